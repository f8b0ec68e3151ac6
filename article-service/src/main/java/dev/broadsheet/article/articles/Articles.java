package dev.broadsheet.article.articles;

import dev.broadsheet.article.authors.Author;
import dev.broadsheet.article.authors.AuthorRepository;
import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.article.text.SlugFormat;
import dev.broadsheet.article.topics.TopicRepository;
import dev.broadsheet.article.topics.TopicView;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The rules of articles, each method one transaction. */
@ApplicationScoped
class Articles {

    private static final Pattern SLUG = Pattern.compile(SlugFormat.EXPRESSION);

    private final ArticleRepository articles;
    private final TopicRepository topics;
    private final AuthorRepository authors;
    private final DraftRules rules;
    private final Slugs slugs;
    private final PublicSite site;
    private final Outbox outbox;
    private final Clock clock;

    Articles(
            ArticleRepository articles,
            TopicRepository topics,
            AuthorRepository authors,
            DraftRules rules,
            Slugs slugs,
            PublicSite site,
            Outbox outbox,
            Clock clock) {
        this.articles = articles;
        this.topics = topics;
        this.authors = authors;
        this.rules = rules;
        this.slugs = slugs;
        this.site = site;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    DeskArticle create(ArticleDraft draft) {
        rules.check(draft);
        List<Author> byline = draft.authors().stream().map(authors::findById).toList();
        Article article = new Article(
                Ids.next(), slugs.unique(draft.headline()), draft, topics.findById(draft.topic()), byline, now());
        articles.persistAndFlush(article);
        return atDesk(article);
    }

    @Transactional
    Optional<DeskArticle> atDesk(UUID id) {
        return articles.findWithNames(id).map(this::atDesk);
    }

    /** Makes an article public and tells the other services so; an article that is public already stays as it is. */
    @Transactional
    Optional<DeskArticle> publish(UUID id) {
        return articles.findForChange(id).map(article -> {
            if (!article.isPublished()) {
                article.publish(now());
                articles.flush();
                outbox.append(ArticleEvents.published(article, site.article(article.slug())));
            }
            return atDesk(article);
        });
    }

    @Transactional
    Optional<PublishedArticle> published(String slug) {
        // No article has another kind of slug, and PostgreSQL refuses to compare with some that an address can hold.
        if (!SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        return articles.findPublished(slug).map(article -> PublishedArticle.of(article, site.article(slug)));
    }

    @Transactional
    ArticlePage newest(PageRequest request) {
        List<ListedArticle> found = articles.newest(request.after(), request.limit() + 1);
        boolean more = found.size() > request.limit();
        List<ListedArticle> page = more ? found.subList(0, request.limit()) : found;
        Map<UUID, List<AuthorView>> bylines =
                articles.bylines(page.stream().map(ListedArticle::id).toList());
        List<ArticleSummary> items = page.stream()
                .map(article -> summary(article, bylines.getOrDefault(article.id(), List.of())))
                .toList();
        return new ArticlePage(items, more ? cursorAfter(page.get(page.size() - 1)) : null);
    }

    private static String cursorAfter(ListedArticle article) {
        return new ArticleCursor(article.publishedAt(), article.id()).encoded();
    }

    private ArticleSummary summary(ListedArticle article, List<AuthorView> byline) {
        return new ArticleSummary(
                article.slug(),
                site.article(article.slug()),
                article.headline(),
                article.summary(),
                new TopicView(article.topicSlug(), article.topicName()),
                byline,
                article.newsletters(),
                article.market(),
                article.image(),
                article.readMinutes(),
                article.breaking(),
                article.publishedAt());
    }

    private DeskArticle atDesk(Article article) {
        return DeskArticle.of(article, site.article(article.slug()));
    }

    /** As precise as PostgreSQL keeps it: what is answered now equals what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
