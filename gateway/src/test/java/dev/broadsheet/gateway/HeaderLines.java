package dev.broadsheet.gateway;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Just enough of HTTP/1.1 to read what a tidier library would hide. */
final class HeaderLines {

    private HeaderLines() {}

    /** The start line and the header lines, or an empty list at the end of the stream. */
    static List<String> readHead(InputStream input) throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = readLine(input);
            if (line == null) {
                return List.of();
            }
            if (line.isEmpty()) {
                return lines;
            }
            lines.add(line);
        }
    }

    static String readBody(InputStream input, List<String> headerLines, boolean untilClose) throws IOException {
        if (values(headerLines, "Transfer-Encoding").contains("chunked")) {
            StringBuilder body = new StringBuilder();
            for (String chunk = readChunk(input); !chunk.isEmpty(); chunk = readChunk(input)) {
                body.append(chunk);
            }
            return body.toString();
        }
        List<String> lengths = values(headerLines, "Content-Length");
        if (!lengths.isEmpty()) {
            return readExactly(input, Integer.parseInt(lengths.get(0)));
        }
        return untilClose ? new String(input.readAllBytes(), StandardCharsets.ISO_8859_1) : "";
    }

    static String readChunk(InputStream input) throws IOException {
        String size = readLine(input);
        if (size == null) {
            throw new EOFException("The stream ended within a chunked body");
        }
        String chunk = readExactly(input, Integer.parseInt(size, 16));
        readLine(input);
        return chunk;
    }

    static List<String> values(List<String> headerLines, String name) {
        return headerLines.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    private static String readExactly(InputStream input, int length) throws IOException {
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The stream ended after %d of %d bytes".formatted(bytes.length, length));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String readLine(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int next = input.read();
            if (next == -1) {
                return null;
            }
            if (next == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            }
            line.write(next);
        }
    }
}
