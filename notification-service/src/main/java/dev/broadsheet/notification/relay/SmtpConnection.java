package dev.broadsheet.notification.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.smtp.DefaultLastSmtpContent;
import io.netty.handler.codec.smtp.LastSmtpContent;
import io.netty.handler.codec.smtp.SmtpRequest;
import io.netty.handler.codec.smtp.SmtpRequests;
import io.netty.handler.codec.smtp.SmtpResponse;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;

/**
 * The dialogue of one connection, mail after mail. A relay that offers PIPELINING (RFC 2920) gets the sender, the recipient
 * and DATA of a mail in one write, behind the content of the mail before: one round trip each.
 */
final class SmtpConnection extends SimpleChannelInboundHandler<SmtpResponse> implements SmtpSetUp.Result {

    private enum Step {
        RESET,
        SENDER,
        RECIPIENT,
        DATA,
        CONTENT,
        QUIT
    }

    /** An answer that the relay owes. */
    private record Awaited(Step step, HandOver mail) {}

    private final Relay relay;
    private final Dispatcher dispatcher;
    private final Queue<Awaited> awaited = new ArrayDeque<>();

    /** A mail for as soon as the connection stands. */
    private HandOver first;

    /** The mail that came here last. */
    private HandOver latest;

    private Channel channel;
    private ChannelHandlerContext context;
    private Capabilities capabilities;
    private boolean closed;
    private boolean quitting;
    private boolean used;
    private boolean resetFirst;

    /** Since when there was nothing, or the same answer was awaited. */
    private long since;

    SmtpConnection(Relay relay, Dispatcher dispatcher, HandOver first, long now) {
        super(SmtpResponse.class);
        this.relay = relay;
        this.dispatcher = dispatcher;
        this.first = first;
        this.latest = first;
        this.since = now;
    }

    void connected(Channel channel) {
        this.channel = channel;
        if (closed) {
            channel.close();
        }
        since = dispatcher.now();
    }

    @Override
    public void ready(ChannelHandlerContext setUp, Capabilities offered) {
        if (closed) {
            return;
        }
        capabilities = offered;
        since = dispatcher.now();
        setUp.pipeline().replace(setUp.handler(), null, this);
        relay.connected();
        HandOver mail = first;
        first = null;
        if (mail == null || !begin(mail)) {
            goOn();
        }
        context.flush();
    }

    @Override
    public void failed(String why) {
        if (!closed) {
            close();
            relay.couldNotConnect(why);
            if (first != null) {
                dispatcher.failed(first, relay, Outcome.deferred(why));
            }
            dispatcher.dispatch();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
    }

    boolean isIdle() {
        return capabilities != null && awaited.isEmpty() && !closed;
    }

    boolean isReady() {
        return capabilities != null && !closed;
    }

    /** Whether a mail of an edition is on it, or will be. */
    boolean carriesEdition() {
        return latest != null && !latest.isReaderMail() && (first != null || !awaited.isEmpty());
    }

    /** On an idle connection. */
    void give(HandOver mail) {
        if (!begin(mail)) {
            goOn();
        }
        context.flush();
    }

    /** False if this relay cannot take the mail; it has been dealt with then. */
    private boolean begin(HandOver mail) {
        if (mail.isInternational() && !capabilities.internationalAddresses()) {
            relay.breaker().withdraw();
            dispatcher.failed(mail, relay, new Outcome(Outcome.Result.REFUSED, null, "no SMTPUTF8"));
            return false;
        }
        latest = mail;
        mail.begin(relay, dispatcher.now());
        if (resetFirst) {
            resetFirst = false;
            say(SmtpRequests.rset(), Step.RESET, mail);
        }
        String sender = mail.sender().path();
        say(
                mail.isInternational()
                        ? SmtpRequests.mail(sender, "BODY=8BITMIME", "SMTPUTF8")
                        : SmtpRequests.mail(sender),
                Step.SENDER,
                mail);
        if (capabilities.pipelining()) {
            sayRecipient(mail);
            say(SmtpRequests.data(), Step.DATA, mail);
        }
        return true;
    }

    private void sayRecipient(HandOver mail) {
        say(SmtpRequests.rcpt(mail.recipient().path()), Step.RECIPIENT, mail);
    }

    private void say(SmtpRequest request, Step step, HandOver mail) {
        if (awaited.isEmpty()) {
            since = dispatcher.now();
        }
        awaited.add(new Awaited(step, mail));
        context.write(request).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, SmtpResponse response) {
        Awaited answered = awaited.peek();
        Reply reply = Reply.of(response);
        since = dispatcher.now();
        if (closed) {
            return;
        }
        if (answered == null || answered.step() == Step.QUIT) {
            close();
        } else if (reply.code() == Reply.CLOSING) {
            closing(answered, reply);
        } else if (!isSensible(answered.step(), reply)) {
            breakOff(Outcome.deferred("unexpected " + reply.words()), true);
        } else {
            awaited.remove();
            answered.mail().hear();
            goOn(answered, reply);
        }
    }

    private static boolean isSensible(Step step, Reply reply) {
        return reply.isRefusal() || (step == Step.DATA ? reply.asksForMore() : reply.isPositive());
    }

    /** The last thing that a relay says on a connection; an answer to a content all the same. */
    private void closing(Awaited answered, Reply reply) {
        if (answered.step() == Step.CONTENT) {
            awaited.remove();
            dispatcher.done(answered.mail(), reply.refusal(true));
        }
        breakOff(reply.refusal(false), true);
    }

    private void goOn(Awaited answered, Reply reply) {
        HandOver mail = answered.mail();
        if (reply.isRefusal() && answered.step() != Step.RESET) {
            mail.refuse(reply.refusal(answered.step() == Step.CONTENT));
        }
        boolean refused = mail.refusal() != null;
        switch (answered.step()) {
            case RESET, QUIT -> {}
            case SENDER -> afterCommand(mail, refused, () -> sayRecipient(mail));
            case RECIPIENT -> afterCommand(mail, refused, () -> say(SmtpRequests.data(), Step.DATA, mail));
            case DATA -> {
                if (reply.asksForMore()) {
                    sendContent(mail, refused);
                } else {
                    resetFirst = true;
                    end(mail, mail.refusal());
                }
            }
            case CONTENT -> end(mail, refused ? mail.refusal() : Outcome.TAKEN);
        }
        if (awaited.isEmpty()) {
            goOn();
        }
    }

    private void afterCommand(HandOver mail, boolean refused, Runnable next) {
        if (capabilities.pipelining()) {
            return;
        }
        if (refused) {
            resetFirst = true;
            end(mail, mail.refusal());
        } else {
            next.run();
        }
    }

    /** A relay that wants the content of a mail that it has refused gets an empty one (RFC 2920, 3.1). */
    private void sendContent(HandOver mail, boolean refused) {
        if (awaited.isEmpty()) {
            since = dispatcher.now();
        }
        awaited.add(new Awaited(Step.CONTENT, mail));
        LastSmtpContent content =
                refused ? LastSmtpContent.EMPTY_LAST_CONTENT : new DefaultLastSmtpContent(mail.content());
        context.write(content).addListener(written -> {
            if (written.isSuccess()) {
                mail.goneWhole();
            }
        });
        if (capabilities.pipelining()) {
            beginNext();
        }
    }

    private void end(HandOver mail, Outcome outcome) {
        used = true;
        // Whoever refuses a mail is there.
        relay.answered();
        dispatcher.done(mail, outcome);
    }

    /** When nothing is awaited. */
    private void goOn() {
        beginNext();
        if (awaited.isEmpty()) {
            since = dispatcher.now();
            if (quitting) {
                quit();
            }
        }
    }

    private void beginNext() {
        boolean begun = quitting;
        while (!begun) {
            HandOver next = dispatcher.next(this, relay);
            begun = next == null || begin(next);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        breakOff(Outcome.deferred("connection lost"), false);
    }

    /** The exception may quote the relay, and the relay an address. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        breakOff(Outcome.deferred(cause.getClass().getSimpleName()), false);
    }

    /** What has been awaited for too long, or idle. */
    void tick(long now, HandOverLimits limits) {
        if (capabilities == null) {
            tickSetUp(now, limits);
            return;
        }
        Awaited next = awaited.peek();
        if (next == null) {
            if (now - since > limits.idle()) {
                quit();
                context.flush();
            }
        } else if (next.step() == Step.QUIT) {
            if (now - since > limits.answer()) {
                close();
            }
        } else if (next.mail().isLate(now) || (next.step() != Step.CONTENT && now - since > limits.answer())) {
            breakOff(Outcome.deferred("no answer in time"), true);
        }
    }

    private void tickSetUp(long now, HandOverLimits limits) {
        if (first != null && first.isLateToBegin(now)) {
            HandOver late = first;
            first = null;
            relay.breaker().withdraw();
            dispatcher.bindingEnded(late);
        }
        if (now - since > (channel == null ? limits.connect() : limits.answer())) {
            failed(channel == null ? "no connection in time" : "no answer in time");
        }
    }

    /** Nothing new begins; it is closed as soon as it is idle. */
    void stop() {
        quitting = true;
        if (isIdle()) {
            quit();
            context.flush();
        } else if (capabilities == null) {
            HandOver mail = first;
            first = null;
            close();
            if (mail != null) {
                dispatcher.bindingEnded(mail);
            }
        }
    }

    private void quit() {
        quitting = true;
        if (resetFirst) {
            // The codec still expects the content of the mail whose DATA was refused. Either answer will do.
            context.write(SmtpRequests.rset());
        }
        say(SmtpRequests.quit(), Step.QUIT, null);
    }

    /**
     * The connection is of no use any more. A mail that it never came to goes to another one; the mail in whose dialogue it
     * happened does not, unless that had not begun for the relay either because it had closed an idle connection.
     */
    private void breakOff(Outcome why, boolean relaySpokeOrHung) {
        if (closed) {
            return;
        }
        close();
        Set<HandOver> mails = new LinkedHashSet<>();
        awaited.stream().filter(answer -> answer.mail() != null).forEach(answer -> mails.add(answer.mail()));
        awaited.clear();
        boolean stale = used && !relaySpokeOrHung;
        boolean head = true;
        boolean relayFailed = relaySpokeOrHung;
        for (HandOver mail : mails) {
            if (mail.refusal() != null) {
                dispatcher.done(mail, mail.refusal());
            } else if (mail.isGone()) {
                relayFailed = true;
                dispatcher.done(mail, new Outcome(Outcome.Result.UNKNOWN, null, why.failure()));
            } else if (!mail.isHeard() && (!head || stale) && mail.mayReturn()) {
                dispatcher.giveBack(mail);
            } else {
                relayFailed = true;
                dispatcher.failed(mail, relay, why);
            }
            head = false;
        }
        if (relayFailed) {
            relay.broke(why.failure());
        } else {
            relay.breaker().withdraw();
        }
        dispatcher.dispatch();
    }

    private void close() {
        closed = true;
        if (channel != null) {
            channel.close();
        }
        relay.closed(this);
    }
}
