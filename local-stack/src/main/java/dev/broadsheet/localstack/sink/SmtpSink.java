package dev.broadsheet.localstack.sink;

import dev.broadsheet.localstack.StackException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * An SMTP server that takes thousands of mails a second, counts them by Message-ID and recipient, keeps nothing else, and can
 * be told to misbehave.
 */
public final class SmtpSink implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int BACKLOG = 256;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final int port;
    private final SinkDesk desk = new SinkDesk();
    private final EventLoopGroup threads = new NioEventLoopGroup(THREADS);
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private Channel door;

    private SmtpSink(int port) {
        this.port = port;
    }

    public static SmtpSink listenOn(int port) {
        SmtpSink sink = new SmtpSink(port);
        sink.comeUp();
        return sink;
    }

    /** Ends all connections and takes no new one. Whatever was counted was answered. */
    public synchronized void goDown() {
        if (door == null) {
            return;
        }
        door.close().syncUninterruptibly();
        door = null;
        for (Channel client : clients) {
            client.eventLoop().execute(() -> {
                ChannelHandlerContext session = client.pipeline().context(SinkSession.class);
                if (session != null) {
                    ((SinkSession) session.handler()).leave(session);
                }
            });
        }
        clients.newCloseFuture().awaitUninterruptibly(STOP_LIMIT.toMillis());
    }

    public synchronized void comeUp() {
        if (door != null) {
            return;
        }
        try {
            door = new ServerBootstrap()
                    .group(threads)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel client) {
                            clients.add(client);
                            client.pipeline().addLast(new SinkSession(desk));
                        }
                    })
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .sync()
                    .channel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the sink came up", e);
        }
    }

    /** From the next mail on. */
    public void behave(Behaviour behaviour) {
        desk.behave(behaviour);
    }

    /** How long each mail waits for its answer. */
    public void delay(Duration delay) {
        desk.delay(delay);
    }

    /** Answers no mail until {@link #release}. */
    public void hold() {
        desk.hold();
    }

    public void release() {
        desk.release();
    }

    /** Everybody for whom somebody has come with a mail, whatever became of it. */
    public Set<String> begun() {
        return desk.begun();
    }

    /** How many mails were taken, each as often as it came. */
    public long taken() {
        return desk.taken();
    }

    /** Of what was taken, header and body. */
    public long octets() {
        return desk.octets();
    }

    public Arrivals arrivals() {
        return desk.arrivals();
    }

    /** Begins to count anew. */
    public void forget() {
        desk.forget();
    }

    @Override
    public void close() {
        release();
        goDown();
        threads.shutdownGracefully(0, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
