package dev.broadsheet.article.desk;

import dev.broadsheet.article.authors.Author;
import dev.broadsheet.article.authors.AuthorRepository;
import dev.broadsheet.article.idempotency.CreationKey;
import dev.broadsheet.article.idempotency.Creations;
import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.article.topics.Topic;
import dev.broadsheet.article.topics.TopicRepository;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.problems.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writing and editing, each method one transaction. */
@ApplicationScoped
class DeskArticles {

    private final ArticleRepository articles;
    private final TopicRepository topics;
    private final AuthorRepository authors;
    private final DraftRules rules;
    private final Slugs slugs;
    private final Creations creations;
    private final PublicChanges changes;
    private final PublicSite site;
    private final Clock clock;

    DeskArticles(
            ArticleRepository articles,
            TopicRepository topics,
            AuthorRepository authors,
            DraftRules rules,
            Slugs slugs,
            Creations creations,
            PublicChanges changes,
            PublicSite site,
            Clock clock) {
        this.articles = articles;
        this.topics = topics;
        this.authors = authors;
        this.rules = rules;
        this.slugs = slugs;
        this.creations = creations;
        this.changes = changes;
        this.site = site;
        this.clock = clock;
    }

    /** A new draft; under a key that was used before, the article that was made then, as it is now. */
    @Transactional
    DeskArticle create(ArticleDraft draft, Optional<CreationKey> key) {
        rules.check(draft);
        String id = creations.once(key, draft, () -> store(draft).toString());
        return atDesk(articles.findWithNames(UUID.fromString(id)).orElseThrow(DeskProblems::unknown));
    }

    @Transactional
    DeskArticle read(UUID id) {
        return atDesk(articles.findWithNames(id).orElseThrow(DeskProblems::unknown));
    }

    /** What was worked on last comes first. */
    @Transactional
    DeskPage list(DeskPageRequest request) {
        List<DeskListItem> found = articles.list(request.state(), request.after(), request.limit() + 1);
        boolean more = found.size() > request.limit();
        List<DeskListItem> page = more ? found.subList(0, request.limit()) : found;
        return new DeskPage(page, more ? page.get(page.size() - 1).cursor().encoded(request.list()) : null);
    }

    /** Replaces what an editor decides of an article. Without a difference nothing happens: no new version, no event. */
    @Transactional
    DeskArticle edit(UUID id, IfMatch seen, ArticleDraft draft) {
        Article article = unchangedSince(id, seen);
        rules.check(draft);
        ArticleContent content = ArticleContent.of(draft);
        String slug = slugs.forChange(article, draft.slug(), content.headline());
        if (slug.equals(article.slug()) && content.equals(article.content())) {
            return atDesk(article);
        }
        if (!slug.equals(article.slug()) && article.wasEverPublic()) {
            articles.leaveFormerSlug(article);
            articles.takeBackSlug(slug);
        }
        article.edit(slug, content, topic(content), byline(content), now());
        articles.flush();
        if (article.is(ArticleState.PUBLISHED)) {
            changes.updated(article);
        }
        return atDesk(article);
    }

    /** How it would look if it were published now. */
    @Transactional
    ArticlePreview preview(UUID id) {
        return ArticlePreview.of(read(id).published(now()));
    }

    /** Drafts only: what was public stays accounted for. */
    @Transactional
    void delete(UUID id, IfMatch seen) {
        Article article = unchangedSince(id, seen);
        if (!article.is(ArticleState.DRAFT) || article.wasEverPublic()) {
            throw DeskProblems.conflict("Only drafts can be deleted; a published article can be retracted.");
        }
        articles.delete(article);
    }

    private UUID store(ArticleDraft draft) {
        ArticleContent content = ArticleContent.of(draft);
        String slug = slugs.forNew(draft.slug(), content.headline());
        Article article = new Article(Ids.next(), slug, content, topic(content), byline(content), now());
        articles.persistAndFlush(article);
        return article.id();
    }

    private Article unchangedSince(UUID id, IfMatch seen) {
        Article article = articles.findForChange(id).orElseThrow(DeskProblems::unknown);
        seen.require(article.version());
        return article;
    }

    private Topic topic(ArticleContent content) {
        return topics.findById(content.topic());
    }

    private List<Author> byline(ArticleContent content) {
        return content.authors().stream().map(authors::findById).toList();
    }

    private DeskArticle atDesk(Article article) {
        return DeskArticle.of(article, site.article(article.slug()));
    }

    /** As precise as PostgreSQL keeps it: what is answered now equals what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
