package dev.broadsheet.subscription.flood;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.broadsheet.subscription.address.EmailAddress;
import dev.broadsheet.subscription.flood.FloodConfig.DomainConfig;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * How many sign-ups one mail domain may cause: a company whose thousand mailboxes are being bombed gets no thousand mails
 * from here.
 */
@ApplicationScoped
public class DomainLimit {

    /** Domains that are watched at one time. One that is forgotten early begins with a full bucket. */
    private static final int MOST_DOMAINS = 100_000;

    private static final int LARGE_FACTOR = 100;

    private final DomainConfig config;
    private final Set<String> large;
    private final Cache<String, Bucket> buckets;

    DomainLimit(FloodConfig config) {
        this.config = config.domain();
        this.large = Set.copyOf(this.config.large());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_DOMAINS)
                .expireAfterAccess(this.config.per())
                .build();
    }

    /** Counts a sign-up with this address. False if its domain has had too many. */
    public boolean admits(EmailAddress address) {
        if (config.capacity() == 0) {
            return true;
        }
        String domain = address.key().substring(address.key().lastIndexOf('@') + 1);
        return buckets.get(domain, this::newBucket).tryConsume(1);
    }

    private Bucket newBucket(String domain) {
        long capacity = large.contains(domain) ? (long) config.capacity() * LARGE_FACTOR : config.capacity();
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(capacity)
                        .refillGreedy(capacity, config.per())
                        .build())
                .build();
    }
}
