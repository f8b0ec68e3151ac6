package dev.broadsheet.article.articles;

import dev.broadsheet.article.authors.Author;
import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.text.ReadingTime;
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
    private List<Author> authors;

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

    @Column(name = "published_at")
    private Instant publishedAt;

    protected Article() {
        // For Hibernate.
    }

    /** A new draft; the checked draft's slugs are those of the topic and the authors. */
    Article(UUID id, String slug, ArticleDraft draft, Topic topic, List<Author> authors, Instant now) {
        this.id = id;
        this.slug = slug;
        this.state = ArticleState.DRAFT;
        this.headline = draft.headline().strip();
        this.topic = topic;
        this.authors = new ArrayList<>(authors);
        this.newsletters = draft.newsletters() == null ? List.of() : List.copyOf(draft.newsletters());
        this.market = draft.market();
        this.image = draft.image() == null ? null : draft.image().image();
        this.body = draft.body().stream().map(BlockDraft::block).toList();
        this.summary = summaryOf(draft);
        ReadingTime readingTime = ArticleText.readingTime(body);
        this.wordCount = readingTime.words();
        this.readMinutes = readingTime.minutes();
        this.breaking = draft.breaking();
        this.createdAt = now;
        this.updatedAt = now;
    }

    private String summaryOf(ArticleDraft draft) {
        if (draft.summary() != null && !draft.summary().isBlank()) {
            return draft.summary().strip();
        }
        String fromBody = ArticleText.summary(body);
        return fromBody == null ? headline : fromBody;
    }

    boolean isPublished() {
        return state == ArticleState.PUBLISHED;
    }

    void publish(Instant now) {
        state = ArticleState.PUBLISHED;
        publishedAt = now;
        updatedAt = now;
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

    Instant publishedAt() {
        return publishedAt;
    }
}
