package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged.Cadence;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Kind;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Sender;
import dev.broadsheet.subscription.newsletter.NewsletterView.Curator;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * What an editor decides of a newsletter, checked. Two of them are equal if nobody would see a difference.
 *
 * @param sendTime null for {@link Cadence#IMMEDIATE} alone
 * @param sendDay null except for {@link Cadence#WEEKLY}
 * @param market null except for {@link Kind#LOCAL}
 * @param curator null where no single author signs it
 */
record NewsletterContent(
        String name,
        String tagline,
        String description,
        Kind kind,
        Cadence cadence,
        LocalTime sendTime,
        DayOfWeek sendDay,
        String zone,
        String market,
        Curator curator,
        Sender sender) {}
