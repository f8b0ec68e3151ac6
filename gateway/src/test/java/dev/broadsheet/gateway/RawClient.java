package dev.broadsheet.gateway;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes bytes to the gateway that no client library would let through. */
final class RawClient implements AutoCloseable {

    private static final int TOO_LONG_MILLIS = 15_000;

    private final Socket socket;
    private final InputStream input;

    RawClient(URI gateway) throws IOException {
        socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(TOO_LONG_MILLIS);
        input = new BufferedInputStream(socket.getInputStream());
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    RawAnswer read() throws IOException {
        List<String> head = readHead();
        int status = status(head);
        boolean bodiless = status < 200 || status == 204 || status == 304;
        return new RawAnswer(status, head, bodiless ? "" : HeaderLines.readBody(input, head, true));
    }

    /** What a HEAD brings, and whatever comes after it stays unread. */
    RawAnswer readWithoutBody() throws IOException {
        List<String> head = readHead();
        return new RawAnswer(status(head), head, "");
    }

    String readChunk() throws IOException {
        return HeaderLines.readChunk(input);
    }

    /** Waits until the gateway has closed the connection, and returns what it still sent. */
    String readUntilClosed() throws IOException {
        StringBuilder rest = new StringBuilder();
        try {
            for (int next = input.read(); next != -1; next = input.read()) {
                rest.append((char) next);
            }
            return rest.toString();
        } catch (SocketException reset) {
            // Closing with bytes still unread resets the connection, which is a close all the same.
            return rest.toString();
        }
    }

    private List<String> readHead() throws IOException {
        List<String> head = HeaderLines.readHead(input);
        if (head.isEmpty()) {
            throw new EOFException("The gateway closed the connection without an answer");
        }
        return head;
    }

    private static int status(List<String> head) {
        return Integer.parseInt(head.get(0).split(" ")[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
