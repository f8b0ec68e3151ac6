package dev.broadsheet.article.desk;

import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.problems.InvalidInputException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
     * Publishes the scheduled article that has been due for longest. Its row is locked and its state changes with the
     * event, so that it is published once, however many replicas ask.
     *
     * @return its id; empty if nothing is due
     */
    @Transactional
    Optional<UUID> publishNextDue(Set<UUID> exceptions, Consumer<UUID> attempt) {
        Instant now = now();
        return articles.findDue(now, exceptions).map(article -> {
            attempt.accept(article.id());
            makePublic(article, now, now);
            return article.id();
        });
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
        if (seen.isPresent() && !seen.get().allows(article.version())) {
            throw DeskProblems.savedByAnother(article.version());
        }
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
