package dev.broadsheet.notification.relay;

import dev.broadsheet.notification.relay.RelaysConfig.StartTls;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.smtp.DefaultSmtpRequest;
import io.netty.handler.codec.smtp.SmtpRequest;
import io.netty.handler.codec.smtp.SmtpRequests;
import io.netty.handler.codec.smtp.SmtpResponse;
import io.netty.handler.codec.smtp.SmtpResponseDecoder;
import io.netty.handler.ssl.SslHandler;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * What comes before the first mail of a connection: greeting, EHLO, encryption, login. Whatever goes wrong here is about
 * the relay or about us, never about a mail.
 */
final class SmtpSetUp extends SimpleChannelInboundHandler<SmtpResponse> {

    static final int LONGEST_LINE = 4096;

    private enum Step {
        GREETING,
        EHLO,
        HELO,
        START_TLS,
        HANDSHAKE,
        LOGIN,
        LOGIN_NAME,
        LOGIN_PASSWORD
    }

    /** Where it ends. */
    interface Result {

        void ready(ChannelHandlerContext context, Capabilities capabilities);

        void failed(String why);
    }

    private final RelaysConfig.Relay config;
    private final String ownName;
    private final Supplier<SslHandler> tls;
    private final Result result;

    private Step step = Step.GREETING;
    private Capabilities capabilities = Capabilities.NONE;
    private boolean encrypted;
    private boolean over;

    SmtpSetUp(RelaysConfig.Relay config, String ownName, Supplier<SslHandler> tls, Result result) {
        this.config = config;
        this.ownName = ownName;
        this.tls = tls;
        this.result = result;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, SmtpResponse response) {
        Reply reply = Reply.of(response);
        switch (step) {
            case GREETING -> {
                if (expectPositive(reply)) {
                    say(context, SmtpRequests.ehlo(ownName), Step.EHLO);
                }
            }
            case EHLO -> greeted(context, response, reply);
            case HELO -> {
                if (expectPositive(reply)) {
                    encryptOrLogIn(context);
                }
            }
            case START_TLS -> {
                if (expectPositive(reply)) {
                    encrypt(context);
                }
            }
            // What comes in clear after the relay agreed to encrypt may be anybody's.
            case HANDSHAKE -> fail("answers in clear");
            case LOGIN, LOGIN_NAME, LOGIN_PASSWORD -> goOnLoggingIn(context, reply);
        }
    }

    private boolean expectPositive(Reply reply) {
        if (!reply.isPositive()) {
            fail(reply.words() + " at " + step);
        }
        return reply.isPositive();
    }

    private void greeted(ChannelHandlerContext context, SmtpResponse response, Reply reply) {
        if (reply.isPositive()) {
            capabilities = Capabilities.of(response.details());
            encryptOrLogIn(context);
        } else if (reply.code() >= 500 && !encrypted) {
            say(context, SmtpRequests.helo(ownName), Step.HELO);
        } else {
            fail(reply.words() + " at EHLO");
        }
    }

    private void encryptOrLogIn(ChannelHandlerContext context) {
        if (encrypted || config.startTls() == StartTls.DISABLED) {
            logIn(context);
        } else if (capabilities.startTls()) {
            say(context, new DefaultSmtpRequest("STARTTLS"), Step.START_TLS);
        } else if (config.startTls() == StartTls.REQUIRED) {
            fail("no STARTTLS");
        } else {
            logIn(context);
        }
    }

    private void encrypt(ChannelHandlerContext context) {
        step = Step.HANDSHAKE;
        SslHandler handler = tls.get();
        context.pipeline().addFirst(handler);
        // What the relay said in clear is forgotten, half a line included.
        context.pipeline().replace(SmtpResponseDecoder.class, null, new SmtpResponseDecoder(LONGEST_LINE));
        handler.handshakeFuture().addListener(handshake -> {
            if (handshake.isSuccess()) {
                encrypted = true;
                capabilities = Capabilities.NONE;
                say(context, SmtpRequests.ehlo(ownName), Step.EHLO);
            } else {
                fail("no encryption");
            }
        });
    }

    private void logIn(ChannelHandlerContext context) {
        if (config.username().isEmpty()) {
            ready(context);
        } else if (!encrypted && config.startTls() != StartTls.DISABLED) {
            fail("no encryption for the password");
        } else if (capabilities.loginMechanisms().contains("PLAIN")) {
            String secret = "\0" + config.username().get() + "\0" + password();
            say(context, SmtpRequests.auth("PLAIN", base64(secret)), Step.LOGIN);
        } else if (capabilities.loginMechanisms().contains("LOGIN")) {
            say(context, SmtpRequests.auth("LOGIN"), Step.LOGIN_NAME);
        } else {
            fail("no AUTH PLAIN or LOGIN");
        }
    }

    private void goOnLoggingIn(ChannelHandlerContext context, Reply reply) {
        if (reply.isPositive()) {
            ready(context);
        } else if (reply.asksForMore() && step == Step.LOGIN_NAME) {
            say(context, SmtpRequests.empty(base64(config.username().orElseThrow())), Step.LOGIN_PASSWORD);
        } else if (reply.asksForMore() && step == Step.LOGIN_PASSWORD) {
            say(context, SmtpRequests.empty(base64(password())), Step.LOGIN);
        } else {
            fail(reply.words() + " at AUTH");
        }
    }

    private String password() {
        return config.password().orElse("");
    }

    private static String base64(String secret) {
        return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    }

    private void say(ChannelHandlerContext context, SmtpRequest request, Step next) {
        step = next;
        context.writeAndFlush(request);
    }

    private void ready(ChannelHandlerContext context) {
        over = true;
        result.ready(context, capabilities);
    }

    private void fail(String why) {
        if (!over) {
            over = true;
            result.failed(why);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fail("connection lost at " + step);
    }

    /** The exception may quote the relay, and the relay an address. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(cause.getClass().getSimpleName() + " at " + step);
    }
}
