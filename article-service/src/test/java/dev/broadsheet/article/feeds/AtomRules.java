package dev.broadsheet.article.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What RFC 4287 requires of a feed, and readers like Rome let pass. */
final class AtomRules {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static final Set<String> OF_A_FEED = Set.of(
            "author",
            "category",
            "contributor",
            "generator",
            "icon",
            "id",
            "link",
            "logo",
            "rights",
            "subtitle",
            "title",
            "updated",
            "entry");

    private static final Set<String> OF_AN_ENTRY = Set.of(
            "author",
            "category",
            "content",
            "contributor",
            "id",
            "link",
            "published",
            "rights",
            "source",
            "summary",
            "title",
            "updated");

    private AtomRules() {}

    static void check(byte[] xml) {
        Document document = FeedPages.dom(xml);
        Element feed = document.getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(children(feed)).extracting(Node::getLocalName).isSubsetOf(OF_A_FEED);
        checkHead(feed);
        // Section 4.1.1: an author for each entry, here or there; without entries, here.
        assertThat(children(feed, "author")).isNotEmpty();
        assertThat(links(feed, "self")).hasSize(1);
        List<Element> entries = children(feed, "entry");
        entries.forEach(AtomRules::checkEntry);
        assertThat(entries).extracting(entry -> text(entry, "id")).doesNotHaveDuplicates();
    }

    private static void checkEntry(Element entry) {
        assertThat(children(entry))
                .filteredOn(child -> ATOM.equals(child.getNamespaceURI()))
                .extracting(Node::getLocalName)
                .isSubsetOf(OF_AN_ENTRY);
        checkHead(entry);
        assertThat(children(entry, "content")).hasSizeLessThanOrEqualTo(1);
        assertThat(children(entry, "summary")).hasSizeLessThanOrEqualTo(1);
        assertThat(children(entry, "published")).hasSizeLessThanOrEqualTo(1);
        assertThat(OffsetDateTime.parse(text(entry, "published")))
                .isBeforeOrEqualTo(OffsetDateTime.parse(text(entry, "updated")));
    }

    private static void checkHead(Element element) {
        assertThat(children(element, "title")).hasSize(1);
        assertThat(URI.create(text(element, "id"))).matches(URI::isAbsolute);
        OffsetDateTime.parse(text(element, "updated"));
        assertThat(links(element, "alternate")).hasSize(1);
        assertThat(children(element, "link"))
                .allSatisfy(link ->
                        assertThat(URI.create(link.getAttribute("href"))).matches(URI::isAbsolute));
        for (Element author : children(element, "author")) {
            assertThat(text(author, "name")).isNotBlank();
            assertThat(children(author, "uri")).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(children(element, "category"))
                .allSatisfy(
                        category -> assertThat(category.getAttribute("term")).isNotBlank());
    }

    private static List<Element> links(Element element, String relation) {
        return children(element, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .toList();
    }

    /** Of the only child of that name. */
    private static String text(Element element, String name) {
        assertThat(children(element, name)).as(name).hasSize(1);
        return children(element, name).get(0).getTextContent();
    }

    private static List<Element> children(Element element, String name) {
        return children(element).stream()
                .filter(child -> ATOM.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .toList();
    }

    private static List<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
