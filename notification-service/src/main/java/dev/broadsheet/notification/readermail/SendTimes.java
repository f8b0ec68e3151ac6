package dev.broadsheet.notification.readermail;

import dev.broadsheet.notification.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.hibernate.Session;

/** Says when newsletters come. */
@ApplicationScoped
class SendTimes {

    private static final String FIND =
            "SELECT name, cadence, send_time, send_day, zone FROM newsletter WHERE slug = :slug";

    private final Session session;

    SendTimes(Session session) {
        this.session = session;
    }

    /** The newsletter's name, and when it comes as far as that is known here. */
    @Transactional
    String of(String slug, Language language) {
        return session.createNativeQuery(FIND, Tuple.class).setParameter("slug", slug).getResultList().stream()
                .findFirst()
                .map(row -> line(row, language))
                .orElse(slug);
    }

    private static String line(Tuple row, Language language) {
        Words words = language.words(Words.class);
        String name = row.get("name", String.class);
        String zone = row.get("zone", String.class);
        LocalTime time = row.get("send_time", LocalTime.class);
        String day = row.get("send_day", String.class);
        return switch (row.get("cadence", String.class)) {
            case "DAILY" -> time == null ? name : words.daily(name, language.write(time), zone);
            case "WEEKLY" ->
                time == null || day == null
                        ? name
                        : words.weekly(name, language.write(DayOfWeek.valueOf(day)), language.write(time), zone);
            default -> words.immediately(name);
        };
    }
}
