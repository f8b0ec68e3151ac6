package dev.broadsheet.notification.relay;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.smtp.SmtpRequestEncoder;
import io.netty.handler.codec.smtp.SmtpResponseDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** One relay: its connections, and whether it works. Only the event loop touches it. */
final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final String name;
    private final RelaysConfig.Relay config;
    private final Bootstrap bootstrap;
    private final Encryption encryption;
    private final String ownName;
    private final Dispatcher dispatcher;
    private final Breaker breaker;
    private final Rate rate;
    private final List<SmtpConnection> connections = new ArrayList<>();

    private SmtpConnection probe;
    private boolean down;

    Relay(String name, RelaysConfig.Relay config, Bootstrap bootstrap, String ownName, Dispatcher dispatcher) {
        this.name = name;
        this.config = config;
        this.bootstrap = bootstrap;
        this.encryption = new Encryption(config);
        this.ownName = ownName;
        this.dispatcher = dispatcher;
        this.breaker = new Breaker(name);
        this.rate = Rate.of(config.perSecond());
    }

    String name() {
        return name;
    }

    int weight() {
        return config.weight();
    }

    Breaker breaker() {
        return breaker;
    }

    Rate rate() {
        return rate;
    }

    /** Down, it gets no mail. */
    boolean isUp() {
        return !breaker.isOpen();
    }

    int connections() {
        return connections.size();
    }

    /** Whether the mail may be given to the connection, or to any if that is null. */
    boolean mayTake(HandOver mail, SmtpConnection connection) {
        return breaker.admits()
                && config.weight() > 0
                && !mail.avoids(this)
                && (mail.isReaderMail() || (rate.hasRoom() && leavesOneFree(connection)));
    }

    /** Mails that somebody waits for never wait behind an edition: of several connections one is theirs. */
    private boolean leavesOneFree(SmtpConnection wanted) {
        int most = config.maxConnections();
        if (most == 1) {
            return true;
        }
        int ofEditions = 0;
        for (SmtpConnection connection : connections) {
            if (connection != wanted && connection.carriesEdition()) {
                ofEditions++;
            }
        }
        return ofEditions < most - 1;
    }

    boolean hasRoomFor(HandOver mail) {
        return mayTake(mail, null) && (connections.size() < config.maxConnections() || idle() != null);
    }

    /** After {@link #hasRoomFor}. */
    void give(HandOver mail) {
        breaker.begin();
        SmtpConnection idle = idle();
        if (idle != null) {
            idle.give(mail);
        } else {
            connect(mail);
        }
    }

    private SmtpConnection idle() {
        for (SmtpConnection connection : connections) {
            if (connection.isIdle()) {
                return connection;
            }
        }
        return null;
    }

    private SmtpConnection connect(HandOver first) {
        SmtpConnection connection = new SmtpConnection(this, dispatcher, first, dispatcher.now());
        connections.add(connection);
        bootstrap
                .clone()
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new SmtpResponseDecoder(SmtpSetUp.LONGEST_LINE),
                                        new SmtpRequestEncoder(),
                                        new SmtpSetUp(config, ownName, () -> encryption.handler(channel), connection));
                    }
                })
                .connect()
                .addListener((ChannelFutureListener) connected -> {
                    if (connected.isSuccess()) {
                        connection.connected(connected.channel());
                    } else {
                        connection.failed("no connection");
                    }
                });
        return connection;
    }

    /** A connection stands. */
    void connected() {
        if (breaker.isOpen()) {
            breaker.probeSucceeded();
        }
    }

    void couldNotConnect(String why) {
        long now = dispatcher.now();
        if (breaker.isOpen()) {
            breaker.probeFailed(now);
            return;
        }
        breaker.failToConnect(connections.stream().anyMatch(SmtpConnection::isReady), now);
        lookAtBreaker(why);
    }

    /** A connection broke, with mail on it. */
    void broke(String why) {
        breaker.fail(dispatcher.now());
        lookAtBreaker(why);
    }

    /** A mail has been answered. */
    void answered() {
        breaker.succeed();
        lookAtBreaker(null);
    }

    private void lookAtBreaker(String why) {
        if (breaker.isOpen() && !down) {
            down = true;
            LOG.warnf("event=mail.relay.down relay=%s cause=%s", name, why);
            List.copyOf(connections).stream().filter(SmtpConnection::isIdle).forEach(SmtpConnection::stop);
            dispatcher.relayWentDown();
        } else if (breaker.isClosed() && down) {
            down = false;
            LOG.infof("event=mail.relay.up relay=%s", name);
        }
    }

    void closed(SmtpConnection connection) {
        connections.remove(connection);
    }

    void tick(long now, HandOverLimits limits) {
        for (SmtpConnection connection : List.copyOf(connections)) {
            connection.tick(now, limits);
        }
        boolean probing = probe != null && connections.contains(probe);
        if (!probing && breaker.wantsProbe(now)) {
            probe = connect(null);
        }
    }

    void stop() {
        List.copyOf(connections).forEach(SmtpConnection::stop);
    }
}
