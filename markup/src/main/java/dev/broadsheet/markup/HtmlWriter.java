package dev.broadsheet.markup;

import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Writes the tags that stand here and no others. Of a node that it does not know, as an image, it writes what is in it. */
final class HtmlWriter implements NodeWalk {

    private final StringBuilder html = new StringBuilder();

    String html() {
        return html.toString().strip();
    }

    @Override
    public void enter(Node node) {
        if (node instanceof Text text) {
            html.append(HtmlText.escape(text.getLiteral()));
        } else if (node instanceof HtmlInline tag) {
            html.append(HtmlText.escape(tag.getLiteral()));
        } else if (node instanceof Code code) {
            html.append("<code>").append(HtmlText.escape(code.getLiteral())).append("</code>");
        } else if (node instanceof Emphasis) {
            html.append("<em>");
        } else if (node instanceof StrongEmphasis) {
            html.append("<strong>");
        } else if (node instanceof Link link && isLinked(link)) {
            html.append("<a href=\"")
                    .append(HtmlText.escape(link.getDestination()))
                    .append("\">");
        } else if (node instanceof SoftLineBreak) {
            html.append('\n');
        } else if (node instanceof HardLineBreak) {
            html.append("<br>\n");
        } else if (node instanceof Paragraph && !html.isEmpty()) {
            // The text stands in one paragraph, which cannot hold others.
            html.append("<br><br>\n");
        }
    }

    @Override
    public void leave(Node node) {
        if (node instanceof Emphasis) {
            html.append("</em>");
        } else if (node instanceof StrongEmphasis) {
            html.append("</strong>");
        } else if (node instanceof Link link && isLinked(link)) {
            html.append("</a>");
        }
    }

    /** A link may hold an address in angle brackets, which is a link too. HTML has no links in links. */
    private static boolean isLinked(Link link) {
        for (Node around = link.getParent(); around != null; around = around.getParent()) {
            if (around instanceof Link) {
                return false;
            }
        }
        return Destination.isSafe(link.getDestination());
    }
}
