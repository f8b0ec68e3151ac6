package dev.broadsheet.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

    /** In each of them there are years in which the clock is changed, at another time of day and by another amount. */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "Asia/Kathmandu",
            "Africa/Casablanca",
            "UTC");

    private static final List<LocalTime> TIMES = List.of(
            LocalTime.MIDNIGHT,
            LocalTime.of(0, 30),
            LocalTime.of(1, 59),
            LocalTime.of(2, 30),
            LocalTime.of(7, 0),
            LocalTime.of(23, 59));

    @ParameterizedTest
    @MethodSource("zonesAndTimes")
    void everyDayOfTenYearsHasExactlyOneSlot(ZoneId zone, LocalTime time) {
        Schedule daily = new Schedule(time, null, zone);
        Instant from = LocalDate.of(2010, 1, 1).atStartOfDay(zone).toInstant().minusMillis(1);
        Instant to = LocalDate.of(2020, 1, 1).atStartOfDay(zone).toInstant();

        List<Instant> slots = slots(daily, from, to);

        assertThat(slots).isSorted().doesNotHaveDuplicates();
        assertThat(slots.stream().map(slot -> slot.atZone(zone).toLocalDate()))
                .containsExactlyElementsOf(LocalDate.of(2010, 1, 1)
                        .datesUntil(LocalDate.of(2020, 1, 1))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("zonesAndTimes")
    void everyWeekOfTenYearsHasExactlyOneSlotOnItsDay(ZoneId zone, LocalTime time) {
        Schedule weekly = new Schedule(time, DayOfWeek.SUNDAY, zone);
        Instant from = LocalDate.of(2010, 1, 1).atStartOfDay(zone).toInstant();
        Instant to = LocalDate.of(2020, 1, 1).atStartOfDay(zone).toInstant();

        List<Instant> slots = slots(weekly, from, to);

        assertThat(slots.stream().map(slot -> slot.atZone(zone).toLocalDate()))
                .containsExactlyElementsOf(LocalDate.of(2010, 1, 1)
                        .datesUntil(LocalDate.of(2020, 1, 1))
                        .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        // An ordinary day; the slot itself is not after itself.
        "Europe/Berlin,       07:00, 2026-06-01T04:59:59.999Z, 2026-06-01T05:00:00Z",
        "Europe/Berlin,       07:00, 2026-06-01T05:00:00Z,     2026-06-02T05:00:00Z",
        "Asia/Kathmandu,      06:30, 2026-06-01T00:00:00Z,     2026-06-01T00:45:00Z",
        // Half past two does not exist: half past three, once.
        "Europe/Berlin,       02:30, 2026-03-28T12:00:00Z,     2026-03-29T01:30:00Z",
        "Europe/Berlin,       02:30, 2026-03-29T01:30:00Z,     2026-03-30T00:30:00Z",
        "America/New_York,    02:30, 2026-03-08T05:00:00Z,     2026-03-08T07:30:00Z",
        // The clock is put forward by half an hour.
        "Australia/Lord_Howe, 02:15, 2026-10-03T12:00:00Z,     2026-10-03T15:45:00Z",
        // Midnight itself does not exist.
        "America/Sao_Paulo,   00:00, 2018-11-03T12:00:00Z,     2018-11-04T03:00:00Z",
        "America/Sao_Paulo,   00:00, 2018-11-04T03:00:00Z,     2018-11-05T02:00:00Z",
        // Half past two exists twice: the first, and not the second an hour later.
        "Europe/Berlin,       02:30, 2026-10-24T12:00:00Z,     2026-10-25T00:30:00Z",
        "Europe/Berlin,       02:30, 2026-10-25T00:30:00Z,     2026-10-26T01:30:00Z",
        "America/New_York,    01:30, 2026-11-01T05:30:00Z,     2026-11-02T06:30:00Z",
        // The thirtieth of December 2011 does not exist at all.
        "Pacific/Apia,        07:00, 2011-12-29T17:00:00Z,     2011-12-30T17:00:00Z",
        "Pacific/Apia,        07:00, 2011-12-30T17:00:00Z,     2011-12-31T17:00:00Z",
    })
    void theFirstSlotAfterAnInstant(ZoneId zone, LocalTime time, Instant instant, Instant slot) {
        assertThat(new Schedule(time, null, zone).firstAfter(instant)).isEqualTo(slot);
    }

    @Test
    void aWeekIsCountedByTheReadersCalendar() {
        Schedule weekly = new Schedule(LocalTime.of(8, 0), DayOfWeek.MONDAY, ZoneId.of("Pacific/Auckland"));

        // Sunday evening in London is Monday morning in Auckland.
        assertThat(weekly.firstAfter(Instant.parse("2026-06-07T19:00:00Z"))).isEqualTo("2026-06-07T20:00:00Z");
        assertThat(weekly.firstAfter(Instant.parse("2026-06-07T20:00:00Z"))).isEqualTo("2026-06-14T20:00:00Z");
    }

    private static Stream<Arguments> zonesAndTimes() {
        return ZONES.stream().flatMap(zone -> TIMES.stream().map(time -> Arguments.of(ZoneId.of(zone), time)));
    }

    /** Each asked for from a moment before the last one, as articles of one day ask, and from the last one. */
    private static List<Instant> slots(Schedule schedule, Instant from, Instant to) {
        List<Instant> slots = new ArrayList<>();
        Instant slot = schedule.firstAfter(from);
        while (slot.isBefore(to)) {
            assertThat(schedule.firstAfter(slot.minus(Duration.ofNanos(1)))).isEqualTo(slot);
            slots.add(slot);
            slot = schedule.firstAfter(slot);
        }
        return slots;
    }
}
