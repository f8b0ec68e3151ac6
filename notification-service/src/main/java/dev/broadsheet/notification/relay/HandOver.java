package dev.broadsheet.notification.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One mail on its way. Once it is accepted, only the event loop touches it. */
final class HandOver {

    /** A mail that never gets a word in is put off for good after so many connections that broke. */
    private static final int MOST_RETURNS = 3;

    private final Mailbox sender;
    private final Mailbox recipient;
    private final byte[] signature;
    private final byte[] content;
    private final Lane lane;
    private final long acceptedAt;
    private final long beginBy;
    private final long finishBy;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final Set<Relay> failedAt = new HashSet<>();

    private Relay relay;
    private long begunAt;
    private boolean heard;
    private boolean gone;
    private Outcome refusal;
    private int returns;

    HandOver(Envelope envelope, byte[] signature, byte[] content, Lane lane, Times times) {
        this.sender = envelope.sender();
        this.recipient = envelope.recipient();
        this.signature = signature;
        this.content = content;
        this.lane = lane;
        this.acceptedAt = times.now();
        this.beginBy = times.now() + times.beginWithin();
        this.finishBy = times.now() + times.limit();
    }

    /** Who writes to whom. */
    record Envelope(Mailbox sender, Mailbox recipient) {}

    /** In nanoseconds. */
    record Times(long now, long beginWithin, long limit) {}

    Mailbox sender() {
        return sender;
    }

    Mailbox recipient() {
        return recipient;
    }

    Lane lane() {
        return lane;
    }

    boolean isReaderMail() {
        return lane.edition() == null;
    }

    boolean isInternational() {
        return sender.international() || recipient.international();
    }

    /** A view of the arrays: nothing is copied. */
    ByteBuf content() {
        return signature.length == 0 ? Unpooled.wrappedBuffer(content) : Unpooled.wrappedBuffer(signature, content);
    }

    boolean isLateToBegin(long now) {
        return now - beginBy > 0;
    }

    boolean isLate(long now) {
        return now - finishBy > 0;
    }

    /** Its dialogue begins, on a connection to this relay. */
    void begin(Relay relay, long now) {
        this.relay = relay;
        this.begunAt = now;
        this.heard = false;
        this.gone = false;
        this.refusal = null;
    }

    /** When the dialogue began; when it was accepted, if none did. */
    long since() {
        return relay == null ? acceptedAt : begunAt;
    }

    /** The relay of the dialogue; null without one. */
    Relay relay() {
        return relay;
    }

    /** A relay has answered something to it. */
    void hear() {
        heard = true;
    }

    boolean isHeard() {
        return heard;
    }

    /** Its last dot has left this machine. */
    void goneWhole() {
        gone = true;
    }

    boolean isGone() {
        return gone;
    }

    /** The first refusal counts; those that follow from it say less. */
    void refuse(Outcome because) {
        if (refusal == null) {
            refusal = because;
        }
    }

    Outcome refusal() {
        return refusal;
    }

    /** False if it was given back too often. */
    boolean mayReturn() {
        return ++returns <= MOST_RETURNS;
    }

    /** Back among those that wait. */
    void giveBack() {
        relay = null;
    }

    void avoid(Relay failed) {
        failedAt.add(failed);
    }

    boolean avoids(Relay relay) {
        return failedAt.contains(relay);
    }

    /** Whether there are relays that it cannot go to. */
    boolean isPicky() {
        return !failedAt.isEmpty();
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }
}
