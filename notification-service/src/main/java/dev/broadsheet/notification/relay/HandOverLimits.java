package dev.broadsheet.notification.relay;

/** What one step of a hand-over may take, in nanoseconds. */
record HandOverLimits(long connect, long answer, long idle) {

    static HandOverLimits of(HandOverConfig config) {
        return new HandOverLimits(
                config.connectTimeout().toNanos(),
                config.answerTimeout().toNanos(),
                config.idleTimeout().toNanos());
    }
}
