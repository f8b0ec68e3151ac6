package dev.broadsheet.article.desk;

import dev.broadsheet.article.authors.Author;
import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.reading.ArticleImage;
import dev.broadsheet.article.topics.Topic;
import dev.broadsheet.article.topics.TopicView;
import dev.broadsheet.contracts.article.Block;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An article, from its first draft on. */
@Entity
class Article {

    @Id
    private UUID id;

    private String slug;

    @Enumerated(EnumType.STRING)
    private ArticleState state;

    private String headline;

    private String summary;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "topic_slug")
    private Topic topic;

    @ManyToMany
    @JoinTable(
            name = "article_author",
            joinColumns = @JoinColumn(name = "article_id"),
            inverseJoinColumns = @JoinColumn(name = "author_slug"))
    @OrderColumn(name = "position")
    private List<Author> authors = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> newsletters;

    private String market;

    @JdbcTypeCode(SqlTypes.JSON)
    private ArticleImage image;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Block> body;

    @Column(name = "word_count")
    private int wordCount;

    @Column(name = "read_minutes")
    private int readMinutes;

    private boolean breaking;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "scheduled_at")
    private Instant scheduledAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "retracted_at")
    private Instant retractedAt;

    protected Article() {
        // For Hibernate.
    }

    /** A new draft. */
    Article(UUID id, String slug, ArticleContent content, Topic topic, List<Author> byline, Instant now) {
        this.id = id;
        this.state = ArticleState.DRAFT;
        this.createdAt = now;
        edit(slug, content, topic, byline, now);
    }

    /** The topic and the authors are those that the content names. */
    final void edit(String slug, ArticleContent content, Topic topic, List<Author> byline, Instant now) {
        this.slug = slug;
        this.headline = content.headline();
        this.summary = content.summary();
        this.topic = topic;
        if (!byline.equals(authors)) {
            authors.clear();
            authors.addAll(byline);
        }
        this.newsletters = content.newsletters();
        this.market = content.market();
        this.image = content.image();
        this.body = content.body();
        this.wordCount = content.readingTime().words();
        this.readMinutes = content.readingTime().minutes();
        this.breaking = content.breaking();
        this.updatedAt = now;
    }

    /** What an editor wrote of it. */
    ArticleContent content() {
        return new ArticleContent(
                headline,
                summary,
                topic.view().slug(),
                authors().stream().map(AuthorView::slug).toList(),
                newsletters(),
                market,
                image,
                body,
                breaking);
    }

    void schedule(Instant at, Instant now) {
        state = ArticleState.SCHEDULED;
        scheduledAt = at;
        updatedAt = now;
    }

    void unschedule(Instant now) {
        state = ArticleState.DRAFT;
        scheduledAt = null;
        updatedAt = now;
    }

    /** @param date the date that readers see, which is earlier than now for an article that was public elsewhere before */
    void publish(Instant date, Instant now) {
        state = ArticleState.PUBLISHED;
        scheduledAt = null;
        retractedAt = null;
        publishedAt = date;
        updatedAt = now;
    }

    void retract(Instant now) {
        state = ArticleState.RETRACTED;
        retractedAt = now;
        updatedAt = now;
    }

    boolean is(ArticleState asked) {
        return state == asked;
    }

    /** Whether its address has been given out: from then on it is stable. */
    boolean wasEverPublic() {
        return publishedAt != null;
    }

    UUID id() {
        return id;
    }

    String slug() {
        return slug;
    }

    ArticleState state() {
        return state;
    }

    String headline() {
        return headline;
    }

    String summary() {
        return summary;
    }

    TopicView topic() {
        return topic.view();
    }

    List<AuthorView> authors() {
        return authors.stream().map(Author::view).toList();
    }

    List<String> newsletters() {
        return List.copyOf(newsletters);
    }

    String market() {
        return market;
    }

    ArticleImage image() {
        return image;
    }

    List<Block> body() {
        return body;
    }

    int wordCount() {
        return wordCount;
    }

    int readMinutes() {
        return readMinutes;
    }

    boolean breaking() {
        return breaking;
    }

    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Instant scheduledAt() {
        return scheduledAt;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    Instant retractedAt() {
        return retractedAt;
    }
}
