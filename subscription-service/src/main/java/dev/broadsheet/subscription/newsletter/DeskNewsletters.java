package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.problems.IfMatch;
import dev.broadsheet.problems.InvalidInputException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The editors' newsletters, each method one transaction: a change and the event that tells it are one. */
@ApplicationScoped
class DeskNewsletters {

    private final NewsletterRepository newsletters;
    private final Outbox outbox;
    private final Event<NewsletterSaved> saved;
    private final Clock clock;

    DeskNewsletters(NewsletterRepository newsletters, Outbox outbox, Event<NewsletterSaved> saved, Clock clock) {
        this.newsletters = newsletters;
        this.outbox = outbox;
        this.saved = saved;
        this.clock = clock;
    }

    /** A new newsletter. The slug names the attempt too: the same once more, because an answer was lost, is no second. */
    @Transactional
    DeskNewsletter create(NewsletterDraft draft) {
        NewsletterContent content = NewsletterRules.check(draft);
        String slug = newSlug(draft.slug());
        boolean archived = Boolean.TRUE.equals(draft.archived());
        boolean isNew = newsletters.claim(slug);
        Newsletter newsletter = newsletters.lock(slug).orElseThrow(DeskNewsletters::unknown);
        if (isNew) {
            newsletter.edit(content, archived, now());
            announce(newsletter);
        } else if (!newsletter.is(content, archived)) {
            throw new ClientErrorException("There is another newsletter with this slug already.", Status.CONFLICT);
        }
        return DeskNewsletter.of(newsletter);
    }

    /** In the order of the slugs, archived ones too. */
    @Transactional
    DeskPage list(DeskPageRequest request) {
        List<DeskNewsletter> found = newsletters.after(request.after(), request.limit() + 1).stream()
                .map(DeskNewsletter::of)
                .toList();
        boolean more = found.size() > request.limit();
        List<DeskNewsletter> page = more ? found.subList(0, request.limit()) : found;
        return new DeskPage(
                page, more ? DeskPageRequest.cursor(page.get(page.size() - 1).slug()) : null);
    }

    @Transactional
    DeskNewsletter read(String slug) {
        requireSlug(slug);
        return newsletters.findByIdOptional(slug).map(DeskNewsletter::of).orElseThrow(DeskNewsletters::unknown);
    }

    /** Replaces what an editor decides of it. Without a difference nothing happens: no new version, no event. */
    @Transactional
    DeskNewsletter edit(String slug, IfMatch seen, NewsletterDraft draft) {
        Newsletter newsletter = unchangedSince(slug, seen);
        if (draft.slug() != null && !draft.slug().equals(slug)) {
            throw InvalidInputException.of("slug", "slug.fixed", "The slug must be the one in the address.");
        }
        NewsletterContent content = NewsletterRules.check(draft);
        boolean archived = draft.archived() == null ? newsletter.isArchived() : draft.archived();
        change(newsletter, content, archived);
        return DeskNewsletter.of(newsletter);
    }

    /** Its readers stay its readers: it is no longer offered and sends nothing until it is brought back. */
    @Transactional
    void archive(String slug, IfMatch seen) {
        Newsletter newsletter = unchangedSince(slug, seen);
        change(newsletter, newsletter.content(), true);
    }

    private void change(Newsletter newsletter, NewsletterContent content, boolean archived) {
        if (!newsletter.is(content, archived)) {
            newsletter.edit(content, archived, now());
            announce(newsletter);
        }
    }

    private void announce(Newsletter newsletter) {
        outbox.append(newsletter.announce());
        saved.fire(new NewsletterSaved(newsletter.slug()));
    }

    private Newsletter unchangedSince(String slug, IfMatch seen) {
        requireSlug(slug);
        Newsletter newsletter = newsletters.lock(slug).orElseThrow(DeskNewsletters::unknown);
        seen.require(newsletter.version());
        return newsletter;
    }

    private static String newSlug(String slug) {
        DraftCheck check = new DraftCheck();
        check.present("slug", slug);
        check.slug("slug", slug);
        check.finish();
        return slug;
    }

    /** PostgreSQL fails on text with a zero character instead of not finding it. */
    private static void requireSlug(String slug) {
        if (!NewsletterRules.isSlug(slug)) {
            throw unknown();
        }
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There is no such newsletter.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
