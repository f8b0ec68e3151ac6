package dev.broadsheet.notification.newsletter;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When the digests of a newsletter close: its slots, one for each day, or for each week, by the clock on its readers' walls.
 *
 * @param sendTime local time of day
 * @param sendDay the day of the week; null: every day
 */
public record Schedule(LocalTime sendTime, DayOfWeek sendDay, ZoneId zone) {

    /** The first slot after an instant; never the instant itself. */
    public Instant firstAfter(Instant instant) {
        // A slot that falls into a gap of the clock is shifted, past midnight if need be.
        LocalDate day = instant.atZone(zone).toLocalDate().minusDays(1);
        while (!isSendDay(day) || !slotOf(day).isAfter(instant)) {
            day = day.plusDays(1);
        }
        return slotOf(day);
    }

    /** A local time that does not exist is later by as much as the clock was put forward; of one that exists twice, the first. */
    private Instant slotOf(LocalDate day) {
        return day.atTime(sendTime).atZone(zone).toInstant();
    }

    private boolean isSendDay(LocalDate day) {
        return sendDay == null || day.getDayOfWeek() == sendDay;
    }
}
