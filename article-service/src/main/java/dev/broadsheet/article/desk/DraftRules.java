package dev.broadsheet.article.desk;

import dev.broadsheet.article.authors.AuthorRepository;
import dev.broadsheet.article.text.TextRules;
import dev.broadsheet.article.topics.TopicRepository;
import dev.broadsheet.contracts.article.Block;
import dev.broadsheet.markup.InlineMarkdown;
import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.problems.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** What an annotation on one field cannot say of a draft. */
@ApplicationScoped
class DraftRules {

    /** In UTF-8 and as JSON at most 600 KB, so that the event of publishing always fits into a Kafka record. */
    static final int LONGEST_BODY = 200_000;

    private final TopicRepository topics;
    private final AuthorRepository authors;

    DraftRules(TopicRepository topics, AuthorRepository authors) {
        this.topics = topics;
        this.authors = authors;
    }

    void check(ArticleDraft draft) {
        List<Violation> violations = new ArrayList<>();
        if (topics.findById(draft.topic()) == null) {
            violations.add(new Violation("topic", "topic.unknown", "is not a topic"));
        }
        checkAuthors(draft.authors(), violations);
        if (draft.image() != null && !isWebAddress(draft.image().url())) {
            violations.add(new Violation("image.url", "url.format", "must be an absolute http or https address"));
        }
        int length = 0;
        for (int i = 0; i < draft.body().size(); i++) {
            BlockDraft block = draft.body().get(i);
            checkBlock(block, "body[" + i + "]", violations);
            length += block.length();
        }
        if (length > LONGEST_BODY) {
            violations.add(
                    new Violation("body", "body.length", "must be at most " + LONGEST_BODY + " characters together"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException("The article breaks a rule; see the violations.", violations);
        }
    }

    private void checkAuthors(List<String> slugs, List<Violation> violations) {
        for (int i = 0; i < slugs.size(); i++) {
            if (authors.findById(slugs.get(i)) == null) {
                violations.add(new Violation("authors[" + i + "]", "author.unknown", "is not an author"));
            }
        }
    }

    private static void checkBlock(BlockDraft block, String field, List<Violation> violations) {
        boolean bullets = block.kind() == Block.Kind.BULLETS;
        if (bullets && !block.hasItems()) {
            violations.add(new Violation(field + ".items", "items.required", "bullets need items"));
        }
        if (!bullets && block.items() != null) {
            violations.add(new Violation(field + ".items", "items.misplaced", "only bullets have items"));
        }
        if (!bullets && !block.hasText()) {
            violations.add(new Violation(field + ".text", "text.required", "must not be blank"));
        }
        if (block.hasText()) {
            checkMarkdown(block.text(), field + ".text", "text", violations);
        }
        List<String> items = block.items() == null ? List.of() : block.items();
        for (int i = 0; i < items.size(); i++) {
            checkMarkdown(items.get(i), field + ".items[" + i + "]", "items", violations);
        }
    }

    private static void checkMarkdown(String markdown, String field, String code, List<Violation> violations) {
        InlineMarkdown text = InlineMarkdown.of(markdown);
        if (!text.hasOnlySafeLinks()) {
            violations.add(new Violation(field, code + ".link", "may link to http, https and mailto only"));
        }
        // A reference such as &#x202E; is a character that the rules for the field have not seen.
        if (!TextRules.isPlainLines(text.html())) {
            violations.add(
                    new Violation(field, code + ".noControlCharacters", "must not have control characters by number"));
        }
        if (text.depth() > InlineMarkdown.DEEPEST) {
            violations.add(new Violation(
                    field, code + ".depth", "may nest its marks " + InlineMarkdown.DEEPEST + " deep at the most"));
        }
    }

    /** Of ASCII: java.net would take other letters too, and the event's schema (RFC 3986) does not. */
    private static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null
                    && uri.toASCIIString().equals(address)
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
