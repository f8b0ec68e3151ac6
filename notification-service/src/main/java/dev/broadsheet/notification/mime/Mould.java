package dev.broadsheet.notification.mime;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail with a text and an HTML part that is encoded once, with gaps for what differs per reader. A gap stands between two
 * soft line breaks (RFC 2045, 6.7), so that what fills it is encoded on its own.
 */
public final class Mould {

    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final byte[] SOFT_BREAK = HeaderText.ascii("=\r\n");

    /** What is the same for everybody, cut at the gaps. */
    private final List<byte[]> pieces = new ArrayList<>();

    /** Which gap follows each piece but the last. */
    private final List<Integer> gaps = new ArrayList<>();

    private final int size;

    /**
     * @param shared header fields that are the same for everybody
     * @param marks what stands in text and HTML where a gap is to be; see {@link #mark()}
     */
    public Mould(MailHeaders shared, String text, String html, List<String> marks) {
        // Quoted-printable has no =_, so no body can hold the boundary (RFC 2045, 6.7).
        String boundary = "=_" + mark();
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        write(piece, shared.written());
        write(piece, "MIME-Version: 1.0\r\n");
        write(piece, "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n");
        part(piece, boundary, "text/plain", text, marks);
        part(piece, boundary, "text/html", html, marks);
        write(piece, "--" + boundary + "--\r\n");
        pieces.add(piece.toByteArray());
        size = pieces.stream().mapToInt(each -> each.length).sum();
    }

    /** A text that nobody can have written before. */
    public static String mark() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * The mail to one reader.
     *
     * @param own header fields of this reader
     * @param values what fills the gaps, in the order of the marks
     */
    public byte[] cast(MailHeaders own, List<String> values) {
        byte[] head = HeaderText.ascii(own.written());
        byte[][] filling = new byte[values.size()][];
        for (int i = 0; i < filling.length; i++) {
            filling[i] = EncodedText.of(values.get(i));
        }
        int total = head.length + size;
        for (int gap : gaps) {
            total += filling[gap].length;
        }
        byte[] mail = new byte[total];
        int end = append(mail, 0, head);
        for (int i = 0; i < pieces.size(); i++) {
            end = append(mail, end, pieces.get(i));
            if (i < gaps.size()) {
                end = append(mail, end, filling[gaps.get(i)]);
            }
        }
        return mail;
    }

    private void part(ByteArrayOutputStream piece, String boundary, String type, String content, List<String> marks) {
        write(piece, "--" + boundary + "\r\nContent-Type: " + type + "; charset=UTF-8\r\n");
        write(piece, "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        int from = 0;
        if (!marks.isEmpty()) {
            Matcher mark = Pattern.compile(marks.stream().map(Pattern::quote).collect(Collectors.joining("|")))
                    .matcher(content);
            while (mark.find()) {
                piece.writeBytes(EncodedText.of(content.substring(from, mark.start())));
                piece.writeBytes(SOFT_BREAK);
                pieces.add(piece.toByteArray());
                gaps.add(marks.indexOf(mark.group()));
                piece.reset();
                piece.writeBytes(SOFT_BREAK);
                from = mark.end();
            }
        }
        piece.writeBytes(EncodedText.of(content.substring(from)));
        write(piece, "\r\n");
    }

    private static void write(ByteArrayOutputStream piece, String ascii) {
        piece.writeBytes(HeaderText.ascii(ascii));
    }

    private static int append(byte[] mail, int end, byte[] part) {
        System.arraycopy(part, 0, mail, end, part.length);
        return end + part.length;
    }
}
