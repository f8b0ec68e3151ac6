package dev.broadsheet.notification.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.angus.mail.util.QPEncoderStream;

/** Text as quoted-printable. */
final class EncodedText {

    private EncodedText() {}

    /** Lines end with CRLF. A blank at the end is encoded too, so that anything may follow. */
    static byte[] of(String text) {
        Bytes encoded = new Bytes(text.length() + text.length() / 8 + 16);
        try (QPEncoderStream encoder = new QPEncoderStream(encoded)) {
            encoder.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory that cannot be written to", e);
        }
        return encoded.written();
    }

    /** The JDK's takes a lock for each byte, which is most of the time that a reader's links take. */
    private static final class Bytes extends OutputStream {

        private byte[] bytes;
        private int length;

        Bytes(int expected) {
            bytes = new byte[expected];
        }

        @Override
        public void write(int next) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = (byte) next;
        }

        byte[] written() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
