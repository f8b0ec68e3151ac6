package dev.broadsheet.markup;

import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The inline Markdown of a block's text, or of one bullet. Any text is such Markdown; none is refused. */
public final class InlineMarkdown {

    /** How many marks may stand in each other. Far more than an editor means, far less than readers' programs bear. */
    public static final int DEEPEST = 16;

    /** A line that starts like a list or a heading is text here: the kind of a block says what it is. */
    private static final Parser INLINE =
            Parser.builder().enabledBlockTypes(Set.of()).build();

    private final Node document;

    private InlineMarkdown(Node document) {
        this.document = document;
    }

    public static InlineMarkdown of(String markdown) {
        return new InlineMarkdown(INLINE.parse(HtmlText.wellFormed(markdown)));
    }

    /** What a reader reads: without the marks and the links' addresses, on one line. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        NodeWalk.over(document, node -> {
            if (node instanceof Text text) {
                plain.append(text.getLiteral());
            } else if (node instanceof Code code) {
                plain.append(code.getLiteral());
            } else if (node instanceof HtmlInline html) {
                // HTML means nothing here, so it is text like any other.
                plain.append(html.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                plain.append(' ');
            } else if (node.getParent() instanceof Document) {
                plain.append(' ');
            }
        });
        return plain.toString().strip();
    }

    /**
     * HTML that may stand inside a paragraph, a heading or a list item as it is. A text with more than {@link #DEEPEST}
     * marks in each other comes as its plain text, escaped.
     */
    public String html() {
        if (depth() > DEEPEST) {
            return HtmlText.escape(plain());
        }
        HtmlWriter writer = new HtmlWriter();
        NodeWalk.over(document, writer);
        return writer.html();
    }

    /** Whether every link leads to {@code http}, {@code https} or {@code mailto}. */
    public boolean hasOnlySafeLinks() {
        boolean[] safe = {true};
        NodeWalk.over(document, node -> {
            if (node instanceof Link link) {
                safe[0] &= Destination.isSafe(link.getDestination());
            } else if (node instanceof Image image) {
                safe[0] &= Destination.isSafe(image.getDestination());
            }
        });
        return safe[0];
    }

    /** How many marks (emphasis, strong, links, images) stand in each other where they are most: 0 for plain text. */
    public int depth() {
        DepthGauge gauge = new DepthGauge();
        NodeWalk.over(document, gauge);
        return gauge.deepest;
    }

    /** As {@link #plain()}, but the lines stay, and the address of a link follows its words. */
    String text() {
        if (depth() > DEEPEST) {
            return plain();
        }
        TextWriter writer = new TextWriter();
        NodeWalk.over(document, writer);
        return writer.text();
    }

    private static final class DepthGauge implements NodeWalk {

        private int depth;
        private int deepest;

        @Override
        public void enter(Node node) {
            if (isMark(node)) {
                depth++;
                deepest = Math.max(deepest, depth);
            }
        }

        @Override
        public void leave(Node node) {
            if (isMark(node)) {
                depth--;
            }
        }

        private static boolean isMark(Node node) {
            return node instanceof Emphasis
                    || node instanceof StrongEmphasis
                    || node instanceof Link
                    || node instanceof Image;
        }
    }
}
