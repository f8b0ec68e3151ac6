package dev.broadsheet.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One request as an upstream received it, and the means to answer it well or badly. */
final class Conversation {

    private final Socket socket;
    private final InputStream input;
    private final List<String> head;
    private volatile String body;

    Conversation(Socket socket, InputStream input, List<String> head) {
        this.socket = socket;
        this.input = input;
        this.head = head;
    }

    String requestLine() {
        return head.get(0);
    }

    String target() {
        return requestLine().split(" ")[1];
    }

    List<String> headers(String name) {
        return HeaderLines.values(head, name);
    }

    List<String> head() {
        return head;
    }

    int clientPort() {
        return socket.getPort();
    }

    String body() {
        return body;
    }

    void readBody() throws IOException {
        body = HeaderLines.readBody(input, head, false);
    }

    String readChunk() throws IOException {
        return HeaderLines.readChunk(input);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    void awaitHangUp() throws IOException {
        while (input.read() != -1) {
            continue;
        }
    }

    void hangUp() throws IOException {
        socket.close();
    }
}
