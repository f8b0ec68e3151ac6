package dev.broadsheet.gateway.forwarding;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body on its way through, counted as it passes: a chunked one tells its length only by ending. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable onPassed;
    private Handler<Throwable> failureHandler;
    private long passed;
    private boolean exceeded;
    private boolean broken;

    LimitedBody(ReadStream<Buffer> source, long limit, Runnable onPassed) {
        this.source = source;
        this.limit = limit;
        this.onPassed = onPassed;
    }

    boolean isExceeded() {
        return exceeded;
    }

    /** Whether the client's side failed: it left, or what it sent is not HTTP. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public LimitedBody handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        if (exceeded) {
            return;
        }
        passed += chunk.length();
        if (passed <= limit) {
            handler.handle(chunk);
            return;
        }
        exceeded = true;
        if (failureHandler != null) {
            failureHandler.handle(new BodyTooLargeException());
        }
    }

    @Override
    public LimitedBody endHandler(Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!exceeded) {
                                onPassed.run();
                                handler.handle(end);
                            }
                        });
        return this;
    }

    @Override
    public LimitedBody exceptionHandler(Handler<Throwable> handler) {
        failureHandler = handler;
        source.exceptionHandler(
                handler == null
                        ? null
                        : failure -> {
                            broken = true;
                            handler.handle(failure);
                        });
        return this;
    }

    @Override
    public LimitedBody pause() {
        source.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        source.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
