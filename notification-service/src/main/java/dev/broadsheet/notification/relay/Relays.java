package dev.broadsheet.notification.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.RoundRobinDnsAddressResolverGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The SMTP relays that take the mail from here.
 *
 * <p>Nothing here holds a sender back but the outcomes: whoever hands over waits for those before going on, and so has few
 * mails here at one moment. Should it ever be more than {@value #MOST_AT_ONCE} of all senders, more are NOT_BEGUN at once.
 *
 * <p>Each mail has its outcome within {@code broadsheet.hand-over.limit} and the time that it may wait for its turn,
 * whatever a relay does.
 */
@ApplicationScoped
public class Relays {

    private static final Logger LOG = Logger.getLogger(Relays.class);

    static final int MOST_AT_ONCE = 10_000;

    private static final int TICK_MILLIS = 50;

    /** After everybody who hands over. */
    private static final int STOP_LATE = 4_000;

    private final HandOverConfig config;
    private final Signatures signatures;
    private final Dispatcher dispatcher;
    private final EventLoopGroup loop = new NioEventLoopGroup(1, new DefaultThreadFactory("mail-relays", true));
    private final AtomicInteger here = new AtomicInteger();

    Relays(
            RelaysConfig relays,
            HandOverConfig config,
            MailLimitsConfig limits,
            DkimConfig keys,
            MeterRegistry registry) {
        this.config = config;
        this.signatures = new Signatures(keys);
        HandOverMetrics metrics = new HandOverMetrics(registry);
        this.dispatcher = new Dispatcher(new Limits(limits), HandOverLimits.of(config), metrics);
        String ownName = config.ownName().orElseGet(Relays::nameOfThisMachine);
        RoundRobinDnsAddressResolverGroup names = new RoundRobinDnsAddressResolverGroup(
                NioDatagramChannel.class, DnsServerAddressStreamProviders.platformDefault());
        relays.relays().forEach((name, relayConfig) -> {
            Bootstrap bootstrap = new Bootstrap()
                    .group(loop)
                    .channel(NioSocketChannel.class)
                    .resolver(names)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                            config.connectTimeout().toMillis())
                    .remoteAddress(InetSocketAddress.createUnresolved(relayConfig.host(), relayConfig.port()));
            Relay relay = new Relay(name, relayConfig, bootstrap, ownName, dispatcher);
            dispatcher.add(relay);
            metrics.watch(relay);
        });
        metrics.watch(dispatcher);
        loop.scheduleAtFixedRate(dispatcher::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Hands a mail over; returns at once. The outcome comes on the event loop, which nobody may block: whoever has more to
     * do than to wake somebody does it elsewhere. Signs on the caller's thread, where a key is there for the From's domain.
     */
    public CompletableFuture<Outcome> handOver(Message message, Lane lane) {
        if (here.incrementAndGet() > MOST_AT_ONCE) {
            here.decrementAndGet();
            return CompletableFuture.completedFuture(Outcome.notBegun("too many at once", Duration.ofSeconds(1)));
        }
        CompletableFuture<Outcome> outcome = accept(message, lane);
        outcome.whenComplete((known, failure) -> here.decrementAndGet());
        return outcome;
    }

    private CompletableFuture<Outcome> accept(Message message, Lane lane) {
        Optional<Mailbox> sender = Mailbox.ofSender(message.returnPath());
        Optional<Mailbox> recipient = Mailbox.of(message.recipient());
        if (sender.isEmpty() || recipient.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Outcome(Outcome.Result.REFUSED, null, "an address that SMTP cannot say"));
        }
        HandOver mail = new HandOver(
                new HandOver.Envelope(sender.get(), recipient.get()),
                signatures.of(message.content()),
                DotStuffing.stuff(message.content()),
                lane,
                times(lane));
        try {
            loop.execute(() -> dispatcher.accept(mail));
            return mail.outcome();
        } catch (RejectedExecutionException stopped) {
            return CompletableFuture.completedFuture(Outcome.notBegun("stopped", null));
        }
    }

    private HandOver.Times times(Lane lane) {
        Duration beginWithin = lane.edition() == null ? config.readerMailBeginWithin() : config.beginWithin();
        return new HandOver.Times(
                System.nanoTime(), beginWithin.toNanos(), config.limit().toNanos());
    }

    /** Mails under way get their outcome; nothing new begins. */
    void stop(@Observes @Priority(STOP_LATE) ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void stop() throws InterruptedException {
        if (loop.isShuttingDown()) {
            return;
        }
        loop.execute(dispatcher::stop);
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.scheduleAtFixedRate(
                () -> {
                    if (dispatcher.isDone()) {
                        done.complete(null);
                    }
                },
                0,
                TICK_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            done.get(config.stopWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException impatient) {
            LOG.warnf("event=mail.stop.impatient mails=%d", dispatcher.underWay());
        }
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private static String nameOfThisMachine() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
