package dev.broadsheet.gateway.limiting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.broadsheet.gateway.client.Client;
import dev.broadsheet.gateway.configuration.GatewayConfiguration.RateLimits.Rule;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A token bucket for each client that was here lately. */
final class RateLimit {

    private final Bandwidth bandwidth;
    private final TimeMeter time;
    private final Cache<Client, Bucket> buckets;

    RateLimit(Rule rule, int clients, LongSupplier nanoTime) {
        this.bandwidth = Bandwidth.builder()
                .capacity(rule.burst())
                .refillGreedy(rule.requests(), rule.per())
                .build();
        this.time = new NanoTime(nanoTime);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(clients)
                // By then a bucket is full again, and a full one need not be remembered.
                .expireAfterAccess(fillingTime(rule))
                .ticker(nanoTime::getAsLong)
                .build();
    }

    /** Counts a request; where it is one too many, the time until the next one would not be. */
    Optional<Duration> excess(Client client) {
        ConsumptionProbe probe = buckets.get(client, unseen -> newBucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    long clients() {
        return buckets.estimatedSize();
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(bandwidth)
                .build();
    }

    private static Duration fillingTime(Rule rule) {
        return rule.per().multipliedBy(rule.burst()).dividedBy(rule.requests()).plusSeconds(1);
    }

    private record NanoTime(LongSupplier source) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return source.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
