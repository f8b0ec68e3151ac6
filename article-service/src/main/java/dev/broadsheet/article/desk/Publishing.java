package dev.broadsheet.article.desk;

import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.problems.IfMatch;
import dev.broadsheet.problems.InvalidInputException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Making articles public, now or at a time, and withdrawing them; each method one transaction. */
@ApplicationScoped
class Publishing {

    /** What an order may be late by, between the editor's clock and ours. */
    private static final Duration LATENESS = Duration.ofMinutes(1);

    /** Beyond it a date is more likely a slip than a plan. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    /** One commit for a few: a newsroom schedules for the full hour. Few, because they become public together. */
    private static final int AT_ONCE = 10;

    private final ArticleRepository articles;
    private final PublicChanges changes;
    private final PublicSite site;
    private final Clock clock;

    Publishing(ArticleRepository articles, PublicChanges changes, PublicSite site, Clock clock) {
        this.articles = articles;
        this.changes = changes;
        this.site = site;
        this.clock = clock;
    }

    /** Public already: it stays as it is, and nobody is told again. */
    @Transactional
    DeskArticle publish(UUID id, Optional<IfMatch> seen, PublishOrder order) {
        return change(id, seen, article -> {
            Instant now = now();
            boolean later = order.at() != null && order.at().isAfter(now);
            requireSensible(order, article, now);
            if (later) {
                schedule(article, order.at(), now);
            } else if (!article.is(ArticleState.PUBLISHED)) {
                makePublic(article, order.publishedAt() == null ? now : micros(order.publishedAt()), now);
            }
        });
    }

    /** A scheduled article is a draft again; a draft stays one. */
    @Transactional
    DeskArticle unschedule(UUID id, Optional<IfMatch> seen) {
        return change(id, seen, article -> {
            if (article.is(ArticleState.SCHEDULED)) {
                article.unschedule(now());
            } else if (!article.is(ArticleState.DRAFT)) {
                throw DeskProblems.conflict("The article is not scheduled.");
            }
        });
    }

    /** Withdraws an article from the public; a second time changes nothing. */
    @Transactional
    DeskArticle retract(UUID id, Optional<IfMatch> seen) {
        return change(id, seen, article -> {
            if (article.is(ArticleState.PUBLISHED)) {
                article.retract(now());
                articles.flush();
                changes.retracted(article);
            } else if (!article.is(ArticleState.RETRACTED)) {
                throw DeskProblems.conflict("The article was never public; a draft can be deleted.");
            }
        });
    }

    /**
     * Publishes scheduled articles whose time has come, those due longest first, a few in one transaction. Their rows are
     * locked and their states change with the events, so that each is published once, however many replicas ask.
     *
     * @param exceptions those that are to be left alone
     * @param attempt is told of each before it is published: if this throws, it was the last one
     * @return what was published; empty if nothing is due
     */
    @Transactional
    List<UUID> publishDue(Set<UUID> exceptions, Consumer<UUID> attempt) {
        List<Article> due = articles.findDue(now(), exceptions, AT_ONCE);
        for (Article article : due) {
            attempt.accept(article.id());
            Instant now = now();
            makePublic(article, now, now);
        }
        return due.stream().map(Article::id).toList();
    }

    private void makePublic(Article article, Instant date, Instant now) {
        article.publish(date, now);
        articles.flush();
        changes.published(article);
    }

    private static void schedule(Article article, Instant at, Instant now) {
        if (article.is(ArticleState.PUBLISHED)) {
            throw DeskProblems.conflict("The article is public already.");
        }
        if (article.is(ArticleState.RETRACTED)) {
            throw DeskProblems.conflict("The article was retracted; it can be published again now, and not at a time.");
        }
        article.schedule(micros(at), now);
    }

    private static void requireSensible(PublishOrder order, Article article, Instant now) {
        Instant at = order.at();
        if (at != null && at.isBefore(now.minus(LATENESS))) {
            throw InvalidInputException.of("at", "at.past", "The time has passed; leave it out to publish now.");
        }
        if (at != null && at.isAfter(now.plus(FARTHEST))) {
            throw InvalidInputException.of("at", "at.range", "The time must be within the next 366 days.");
        }
        Instant date = order.publishedAt();
        if (date == null || article.is(ArticleState.PUBLISHED)) {
            return;
        }
        if (at != null) {
            throw InvalidInputException.of(
                    "publishedAt", "publishedAt.misplaced", "An earlier date is for publishing now, without a time.");
        }
        if (date.isAfter(now) || date.isBefore(Instant.EPOCH)) {
            throw InvalidInputException.of(
                    "publishedAt", "publishedAt.range", "The earlier date must be in the past, and after 1970.");
        }
        if (article.breaking() || !article.is(ArticleState.DRAFT)) {
            throw InvalidInputException.of(
                    "publishedAt",
                    "publishedAt.misplaced",
                    "An earlier date is for drafts that are not breaking news.");
        }
    }

    private DeskArticle change(UUID id, Optional<IfMatch> seen, Consumer<Article> change) {
        Article article = articles.findForChange(id).orElseThrow(DeskProblems::unknown);
        seen.ifPresent(condition -> condition.require(article.version()));
        change.accept(article);
        articles.flush();
        return DeskArticle.of(article, site.article(article.slug()));
    }

    private Instant now() {
        return micros(clock.instant());
    }

    /** As precise as PostgreSQL keeps it: what is answered now equals what is read later. */
    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
