package dev.broadsheet.subscription.address;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells domains that take no mail, if that is switched on. A reader is never lost to a slow DNS: without an answer in time
 * the address is taken for good, and its confirmation mail will show.
 */
@ApplicationScoped
class MailExchanges {

    /** With a DNS that does not answer, only so many sign-ups wait for it; the others go on at once. */
    private static final int WAITING_AT_ONCE = 16;

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 10_000;

    private final Optional<MailExchangeLookup> lookup;
    private final Duration timeout;
    private final Counter unanswered;
    private final Semaphore turns = new Semaphore(WAITING_AT_ONCE);
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();

    MailExchanges(AddressSettings settings, MeterRegistry metrics) {
        this.lookup = settings.checkMailExchange() ? Optional.of(new MailExchangeLookup(settings)) : Optional.empty();
        this.timeout = settings.mailExchangeTimeout();
        this.unanswered = Counter.builder("broadsheet.mail.exchange.unanswered")
                .description("Domains that were taken for good because the DNS did not answer in time")
                .register(metrics);
    }

    boolean areMissingFor(EmailAddress address) {
        if (lookup.isEmpty()) {
            return false;
        }
        Boolean before = known.getIfPresent(address.domain());
        return before != null ? before : areMissing(address.domain(), lookup.get());
    }

    private boolean areMissing(String domain, MailExchangeLookup asked) {
        if (!turns.tryAcquire()) {
            unanswered.increment();
            return false;
        }
        try {
            boolean missing =
                    !asked.takesMail(domain).toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            known.put(domain, missing);
            return missing;
        } catch (ExecutionException | TimeoutException e) {
            unanswered.increment();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            turns.release();
        }
    }
}
