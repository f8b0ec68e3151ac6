package dev.broadsheet.article.reading;

import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.paging.Cursor;
import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.article.text.Shortened;
import dev.broadsheet.article.text.SlugFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What everyone may read, each method one transaction. */
@ApplicationScoped
public class Publications {

    private static final Pattern SLUG = Pattern.compile(SlugFormat.EXPRESSION);

    /** As much as a stream shows of each article before "Go deeper". */
    private static final int EXCERPT_LENGTH = 600;

    private final PublicationRepository publications;
    private final SearchRepository search;
    private final RelatedRepository related;
    private final PublicSite site;

    Publications(
            PublicationRepository publications, SearchRepository search, RelatedRepository related, PublicSite site) {
        this.publications = publications;
        this.search = search;
        this.related = related;
        this.site = site;
    }

    @Transactional
    FoundArticle find(String slug) {
        // No article has another kind of slug, and PostgreSQL refuses to compare with some that an address can hold.
        if (!SLUG.matcher(slug).matches()) {
            return new FoundArticle.Unknown();
        }
        Optional<WholeArticle> found = publications.whole(slug);
        if (found.isPresent()) {
            return found.get().retracted()
                    ? new FoundArticle.Retracted()
                    : new FoundArticle.Published(
                            published(found.stream().toList()).get(0));
        }
        return publications
                .renamed(slug)
                .<FoundArticle>map(FoundArticle.Renamed::new)
                .orElseGet(FoundArticle.Unknown::new);
    }

    /** One page of a list or of a search's answer, and when what it is made of last changed. */
    @Transactional
    AsOf<ArticlePage> page(PageRequest request) {
        Instant changed = publications.lastChange();
        Optional<SearchQuery> searched = request.search().map(SearchQuery::of);
        List<String> places = request.filter().places();
        List<Cursor> found = searched.isPresent()
                ? search.find(searched.get(), places, request.after(), request.limit() + 1)
                : publications.newest(places, request.after(), request.limit() + 1);
        boolean more = found.size() > request.limit();
        List<Cursor> page = more ? found.subList(0, request.limit()) : found;
        List<UUID> ids = page.stream().map(Cursor::id).toList();
        if (ids.isEmpty()) {
            return new AsOf<>(new ArticlePage(List.of(), null), changed);
        }
        Map<UUID, List<ArticleSummary.Passage>> highlights =
                searched.map(query -> search.highlights(query, ids)).orElse(Map.of());
        Map<UUID, List<AuthorView>> bylines = publications.bylines(ids);
        List<ArticleSummary> items = publications.rows(ids).stream()
                .map(row -> row.summary(site, byline(bylines, row.id()), highlights.get(row.id()), null))
                .toList();
        String next = more ? page.get(page.size() - 1).encoded(request.list()) : null;
        return new AsOf<>(new ArticlePage(items, next), changed);
    }

    /** Other articles that go deeper into what this one tells, the closest first. */
    @Transactional
    AsOf<List<ArticleSummary>> related(UUID article, int limit) {
        Instant changed = publications.lastChange();
        List<UUID> ids = related.related(article, limit);
        if (ids.isEmpty()) {
            return new AsOf<>(List.of(), changed);
        }
        Map<UUID, List<AuthorView>> bylines = publications.bylines(ids);
        Map<UUID, String> beginnings = related.beginnings(ids);
        List<ArticleSummary> items = publications.rows(ids).stream()
                .map(row -> row.summary(
                        site,
                        byline(bylines, row.id()),
                        null,
                        Shortened.of(beginnings.getOrDefault(row.id(), ""), EXCERPT_LENGTH)))
                .toList();
        return new AsOf<>(items, changed);
    }

    /** The newest articles that the filter lets through, with their bodies. */
    @Transactional
    public AsOf<List<PublishedArticle>> newest(ArticleFilter filter, int limit) {
        Instant changed = publications.lastChange();
        List<UUID> ids = publications.newest(filter.places(), Cursor.START, limit).stream()
                .map(Cursor::id)
                .toList();
        return new AsOf<>(ids.isEmpty() ? List.of() : published(publications.wholes(ids)), changed);
    }

    /** When the public last saw an article come, change or go. What is dated with it is read after it, never before. */
    @Transactional
    public Instant lastChange() {
        return publications.lastChange();
    }

    /** How many articles are public, for whoever must list them all. */
    @Transactional
    public long count() {
        return publications.count();
    }

    /**
     * The addresses of public articles, oldest first, so that a page of them stays as it is while articles are added.
     *
     * @param offset how many older ones to leave out
     */
    @Transactional
    public AsOf<List<PublishedAddress>> addresses(int offset, int limit) {
        Instant changed = publications.lastChange();
        return new AsOf<>(publications.addresses(site, offset, limit), changed);
    }

    private List<PublishedArticle> published(List<WholeArticle> articles) {
        Map<UUID, List<AuthorView>> bylines =
                publications.bylines(articles.stream().map(WholeArticle::id).toList());
        return articles.stream()
                .map(article -> article.published(site, byline(bylines, article.id())))
                .toList();
    }

    private static List<AuthorView> byline(Map<UUID, List<AuthorView>> bylines, UUID article) {
        return bylines.getOrDefault(article, List.of());
    }
}
