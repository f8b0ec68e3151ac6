package dev.broadsheet.markup;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Writes text for readers whose program shows no HTML: they need the addresses. */
final class TextWriter implements NodeWalk {

    private final StringBuilder text = new StringBuilder();

    String text() {
        return text.toString().strip();
    }

    @Override
    public void enter(Node node) {
        if (node instanceof Text words) {
            text.append(words.getLiteral());
        } else if (node instanceof HtmlInline tag) {
            text.append(tag.getLiteral());
        } else if (node instanceof Code code) {
            text.append('"').append(code.getLiteral()).append('"');
        } else if (node instanceof Link link && hasAddress(link)) {
            text.append('"');
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            text.append('\n');
        } else if (node instanceof Paragraph && !text.isEmpty()) {
            text.append('\n');
        }
    }

    @Override
    public void leave(Node node) {
        if (node instanceof Link link && hasAddress(link)) {
            text.append("\" (").append(link.getDestination()).append(')');
        }
    }

    /** A link whose words are its address, as one in angle brackets, needs it no second time. */
    private static boolean hasAddress(Link link) {
        String destination = link.getDestination();
        boolean itself = link.getFirstChild() instanceof Text words
                && words.getNext() == null
                && (destination.equals(words.getLiteral()) || destination.equals("mailto:" + words.getLiteral()));
        return !itself && Destination.isSafe(destination);
    }
}
