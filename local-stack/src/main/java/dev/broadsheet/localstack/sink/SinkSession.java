package dev.broadsheet.localstack.sink;

import dev.broadsheet.localstack.sink.Arrivals.Mail;
import dev.broadsheet.localstack.sink.Behaviour.Answer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One connection of RFC 5321 with PIPELINING (RFC 2920). It reads line by line and keeps none. */
final class SinkSession extends ByteToMessageDecoder {

    private static final int LONGEST_LINE = 1 << 16;
    private static final String MESSAGE_ID = "message-id:";
    private static final Duration FAREWELL = Duration.ofMillis(200);

    private final SinkDesk desk;
    private State state = State.COMMANDS;
    private String recipient;
    private Answer answer = Answer.TAKE;
    private String messageId;
    private boolean inHeader;
    private boolean inMessageId;
    private long size;

    SinkSession(SinkDesk desk) {
        this.desk = desk;
    }

    private enum State {
        COMMANDS,
        CONTENT,
        /** The mail is here and its answer is not due yet. */
        WAITING,
        LEFT
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        reply(context, "220 sink.example ESMTP");
        context.flush();
        super.channelActive(context);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        context.flush();
        super.channelReadComplete(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        state = State.LEFT;
        super.channelInactive(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A client that dies resets its connection; there is nobody left to tell.
        context.close();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (state == State.WAITING) {
            return;
        }
        if (state == State.LEFT) {
            in.skipBytes(in.readableBytes());
            return;
        }
        int start = in.readerIndex();
        int length = in.bytesBefore((byte) '\n');
        if (length < 0) {
            if (in.readableBytes() > LONGEST_LINE) {
                leave(context);
            }
            return;
        }
        in.readerIndex(start + length + 1);
        int end = length > 0 && in.getByte(start + length - 1) == '\r' ? start + length - 1 : start + length;
        if (state == State.CONTENT) {
            content(context, in, start, end);
        } else {
            command(context, in.toString(start, end - start, StandardCharsets.UTF_8));
        }
    }

    private void command(ChannelHandlerContext context, String line) {
        String verb = line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" ->
                reply(context, "250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES");
            case "HELO", "NOOP" -> reply(context, "250 2.0.0 OK");
            case "MAIL", "RSET" -> {
                recipient = null;
                reply(context, "250 2.1.0 OK");
            }
            case "RCPT" -> recipient(context, line);
            case "DATA" -> data(context);
            case "QUIT" -> {
                reply(context, "221 2.0.0 Bye");
                leave(context);
            }
            default -> reply(context, "502 5.5.2 Not here");
        }
    }

    private void recipient(ChannelHandlerContext context, String line) {
        String address = line.substring(line.indexOf('<') + 1, Math.max(line.indexOf('>'), line.indexOf('<') + 1));
        answer = desk.decide(address);
        switch (answer) {
            case DEFER_RECIPIENT -> reply(context, "451 4.3.2 Not now");
            case CLOSE -> {
                reply(context, "421 4.3.2 Closing");
                leave(context);
            }
            default -> {
                recipient = address;
                reply(context, "250 2.1.5 OK");
            }
        }
    }

    private void data(ChannelHandlerContext context) {
        if (recipient == null) {
            reply(context, "554 5.5.1 No recipient");
            return;
        }
        state = State.CONTENT;
        messageId = "";
        inHeader = true;
        inMessageId = false;
        size = 0;
        reply(context, "354 Go on");
    }

    private void content(ChannelHandlerContext context, ByteBuf in, int start, int end) {
        boolean dotted = end > start && in.getByte(start) == '.';
        if (dotted && end == start + 1) {
            endOfMail(context);
            return;
        }
        int from = dotted ? start + 1 : start;
        size += end - from + 2L;
        if (inHeader) {
            header(in, from, end);
        }
    }

    private void header(ByteBuf in, int start, int end) {
        if (start == end) {
            inHeader = false;
            return;
        }
        boolean folded = in.getByte(start) == ' ' || in.getByte(start) == '\t';
        if (folded && inMessageId) {
            messageId = (messageId + in.toString(start, end - start, StandardCharsets.US_ASCII)).trim();
        } else if (!folded) {
            inMessageId = isMessageId(in, start, end);
            if (inMessageId) {
                int value = start + MESSAGE_ID.length();
                messageId = in.toString(value, end - value, StandardCharsets.US_ASCII)
                        .trim();
            }
        }
    }

    private static boolean isMessageId(ByteBuf in, int start, int end) {
        byte first = end - start < MESSAGE_ID.length() ? 0 : in.getByte(start);
        return (first == 'M' || first == 'm')
                && in.toString(start, MESSAGE_ID.length(), StandardCharsets.US_ASCII)
                        .equalsIgnoreCase(MESSAGE_ID);
    }

    private void endOfMail(ChannelHandlerContext context) {
        CompletableFuture<Void> gate = desk.gate();
        Duration delay = desk.delay();
        if (gate.isDone() && delay.isZero()) {
            state = State.COMMANDS;
            finish(context);
            return;
        }
        state = State.WAITING;
        gate.thenRun(() ->
                context.executor().schedule(() -> goOn(context), desk.delay().toNanos(), TimeUnit.NANOSECONDS));
    }

    private void goOn(ChannelHandlerContext context) {
        if (state != State.WAITING) {
            return;
        }
        state = State.COMMANDS;
        finish(context);
        context.flush();
        try {
            // What has come meanwhile is decoded with the next read, and this is one.
            channelRead(context, Unpooled.EMPTY_BUFFER);
            context.flush();
        } catch (Exception e) {
            exceptionCaught(context, e);
        }
    }

    private void finish(ChannelHandlerContext context) {
        Mail mail = new Mail(messageId, recipient);
        recipient = null;
        switch (answer) {
            case DEFER_MAIL -> reply(context, "451 4.3.0 Not now");
            case TAKE_AND_DROP -> {
                desk.take(mail, size, false);
                state = State.LEFT;
                context.flush();
                context.close();
            }
            default -> {
                desk.take(mail, size, true);
                reply(context, "250 2.0.0 Taken");
            }
        }
    }

    /**
     * Says good-bye and reads on for a moment: a connection that is closed with something unread is reset, and what was
     * answered last might be lost with it.
     */
    void leave(ChannelHandlerContext context) {
        state = State.LEFT;
        context.flush();
        ((DuplexChannel) context.channel()).shutdownOutput();
        context.executor().schedule(() -> context.close(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void reply(ChannelHandlerContext context, String line) {
        context.write(ByteBufUtil.writeAscii(context.alloc(), line + "\r\n"));
    }
}
