package dev.broadsheet.notification.relay;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Keeps mail from a relay that does not work. A probe without mail finds out when a connection stands again; then one mail
 * goes first.
 */
final class Breaker {

    /** A relay that answers 421 to half of the mails works, if badly; so the threshold is well above. */
    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(90)
            .permittedNumberOfCallsInHalfOpenState(1)
            .waitDurationInOpenState(Duration.ofDays(1))
            .writableStackTraceEnabled(false)
            .build();

    /** No connection stands and so many in a row could not be made: that is sure enough, even if each took seconds. */
    private static final int SURELY_DOWN = 3;

    private static final Exception FAILURE = new IOException("the relay failed");
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final CircuitBreaker breaker;
    private Duration wait = FIRST_WAIT;
    private long probeAt;
    private boolean underProbe;
    private int noConnections;

    Breaker(String relay) {
        this.breaker = CircuitBreaker.of(relay, CONFIG);
    }

    boolean isOpen() {
        return breaker.getState() == State.OPEN;
    }

    boolean isClosed() {
        return breaker.getState() == State.CLOSED;
    }

    /** Whether a mail may begin now. */
    boolean admits() {
        return isClosed() || (breaker.getState() == State.HALF_OPEN && !underProbe);
    }

    /** One that was admitted begins. */
    void begin() {
        underProbe = !isClosed();
        breaker.tryAcquirePermission();
    }

    /** One that had begun tells nothing of the relay. */
    void withdraw() {
        underProbe = false;
        breaker.releasePermission();
    }

    void succeed() {
        underProbe = false;
        noConnections = 0;
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        if (isClosed()) {
            wait = FIRST_WAIT;
        }
    }

    void fail(long now) {
        underProbe = false;
        boolean wasOpen = isOpen();
        breaker.onError(0, TimeUnit.NANOSECONDS, FAILURE);
        if (isOpen() && !wasOpen) {
            probeLater(now);
        }
    }

    /** A connection could not be made. */
    void failToConnect(boolean othersStand, long now) {
        fail(now);
        noConnections = othersStand ? 0 : noConnections + 1;
        if (noConnections >= SURELY_DOWN && !isOpen()) {
            breaker.transitionToOpenState();
            probeLater(now);
        }
    }

    boolean wantsProbe(long now) {
        return isOpen() && now - probeAt >= 0;
    }

    Duration untilProbe(long now) {
        return Duration.ofNanos(Math.max(0, probeAt - now));
    }

    void probeFailed(long now) {
        probeLater(now);
    }

    void probeSucceeded() {
        noConnections = 0;
        breaker.transitionToHalfOpenState();
    }

    private void probeLater(long now) {
        probeAt = now + wait.toNanos();
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
}
