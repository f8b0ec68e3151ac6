package dev.broadsheet.article.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The inline Markdown of a block's text. */
public final class MarkdownText {

    /** A line that starts like a list or a heading is text here: the kind of a block says what it is. */
    private static final Parser INLINE =
            Parser.builder().enabledBlockTypes(Set.of()).build();

    private static final Set<String> SAFE_SCHEMES = Set.of("http", "https", "mailto");

    private final Node document;

    private MarkdownText(Node document) {
        this.document = document;
    }

    public static MarkdownText of(String markdown) {
        return new MarkdownText(INLINE.parse(markdown));
    }

    /** What a reader reads: without the marks and the links' addresses, on one line. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        for (Node node = document; node != null; node = next(node)) {
            if (node instanceof Text text) {
                plain.append(text.getLiteral());
            } else if (node instanceof Code code) {
                plain.append(code.getLiteral());
            } else if (node instanceof HtmlInline html) {
                // HTML means nothing here, so it is text like any other.
                plain.append(html.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                plain.append(' ');
            } else if (node.getParent() == document) {
                plain.append(' ');
            }
        }
        return plain.toString().strip();
    }

    /** Whether every link leads to {@code http}, {@code https} or {@code mailto}. */
    public boolean hasOnlySafeLinks() {
        for (Node node = document; node != null; node = next(node)) {
            if (node instanceof Link link && !isSafe(link.getDestination())
                    || node instanceof Image image && !isSafe(image.getDestination())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSafe(String destination) {
        try {
            String scheme = new URI(destination).getScheme();
            return scheme != null && SAFE_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** In the order of the text. By hand, because a recursive visitor overflows the stack on nested emphasis. */
    private Node next(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node climbing = node;
        while (climbing != document && climbing.getNext() == null) {
            climbing = climbing.getParent();
        }
        return climbing == document ? null : climbing.getNext();
    }
}
