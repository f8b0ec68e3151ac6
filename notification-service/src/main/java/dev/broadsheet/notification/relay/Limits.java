package dev.broadsheet.notification.relay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.broadsheet.notification.relay.MailLimitsConfig.DomainLimit;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What recipient domains may get, and how fast mail may leave in all. */
final class Limits {

    private static final int DOMAINS = 10_000;

    private final Rate all;
    private final DomainLimit eachDomain;
    private final Map<String, DomainLimit> named;

    /** Of those that were written to lately. A hand-over is over long before its domain is forgotten. */
    private final Cache<String, Domain> domains = Caffeine.newBuilder()
            .maximumSize(DOMAINS)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    Limits(MailLimitsConfig config) {
        this.all = Rate.of(config.perSecond());
        this.eachDomain = config.eachDomain();
        this.named = config.domains().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    Rate all() {
        return all;
    }

    /** Counts the mail as under way, or says how long it has to wait. Mails that are no edition are counted only. */
    Optional<Duration> enter(HandOver mail) {
        Domain domain = domain(mail);
        return domain == null ? Optional.empty() : domain.enter(mail.isReaderMail());
    }

    /** It is under way no longer. */
    void leave(HandOver mail) {
        Domain domain = domain(mail);
        if (domain != null) {
            domain.leave();
        }
    }

    private Domain domain(HandOver mail) {
        String name = mail.recipient().domain();
        DomainLimit limit = named.getOrDefault(name, eachDomain);
        if (limit.perSecond().isEmpty() && limit.atOnce().isEmpty()) {
            return null;
        }
        return domains.get(name, unseen -> new Domain(limit));
    }

    private static final class Domain {

        private static final Duration UNTIL_ANOTHER_ENDS = Duration.ofMillis(500);

        private final Rate rate;
        private final int atOnce;
        private int underWay;

        Domain(DomainLimit limit) {
            this.rate = Rate.of(limit.perSecond());
            this.atOnce = limit.atOnce().orElse(Integer.MAX_VALUE);
        }

        Optional<Duration> enter(boolean inAnyCase) {
            if (inAnyCase) {
                rate.force();
            } else if (underWay >= atOnce) {
                return Optional.of(UNTIL_ANOTHER_ENDS);
            } else if (!rate.tryTake()) {
                return Optional.of(rate.nextTurn());
            }
            underWay++;
            return Optional.empty();
        }

        void leave() {
            underWay = Math.max(0, underWay - 1);
        }
    }
}
