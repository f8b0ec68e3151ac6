package dev.broadsheet.notification.webhook;

import dev.broadsheet.notification.bounce.Bounces;
import dev.broadsheet.notification.bounce.Report;
import dev.broadsheet.notification.bounce.StatusCode;
import dev.broadsheet.notification.mail.ReturnPaths;
import dev.broadsheet.notification.mail.ReturnPaths.Returned;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Finds out of whom providers speak: by our return path where they give it, by the address otherwise. */
@ApplicationScoped
class ProviderReports {

    private static final String READERS_AT = "SELECT subscriber_id FROM reader WHERE email = :email";

    private final ReturnPaths returnPaths;
    private final Bounces bounces;
    private final Session session;
    private final MeterRegistry meters;

    ProviderReports(ReturnPaths returnPaths, Bounces bounces, Session session, MeterRegistry meters) {
        this.returnPaths = returnPaths;
        this.bounces = bounces;
        this.session = session;
        this.meters = meters;
    }

    /** All of a request or none. What speaks of nobody here, or was told before, has no effect. */
    @Transactional
    void record(String provider, List<ProviderReport> reports) {
        for (ProviderReport report : reports) {
            String status = StatusCode.in(report.status()).map(StatusCode::text).orElse(null);
            boolean news = mails(report).stream()
                    .map(mail -> bounces.record(
                            new Report(mail.subscriber(), mail.mail(), report.what(), status, report.at())))
                    .reduce(false, Boolean::logicalOr);
            meters.counter("broadsheet.webhooks.reports", "provider", provider, "outcome", news ? "news" : "no_news")
                    .increment();
        }
    }

    private List<Returned> mails(ProviderReport report) {
        return returnPaths.parse(report.returnPath()).map(List::of).orElseGet(() -> mailsTo(report));
    }

    /** Which mail it was is not told. The report stands for it, so that one that is repeated is known. */
    private List<Returned> mailsTo(ProviderReport report) {
        if (report.email() == null) {
            return List.of();
        }
        UUID mail = UUID.nameUUIDFromBytes(report.id().getBytes(StandardCharsets.UTF_8));
        return session.createNativeQuery(READERS_AT, UUID.class).setParameter("email", report.email()).stream()
                .map(subscriber -> new Returned(subscriber, mail))
                .toList();
    }
}
