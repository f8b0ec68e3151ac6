package dev.broadsheet.notification.editiondesk;

import dev.broadsheet.notification.delivery.DeliveryCounts;
import dev.broadsheet.notification.delivery.DeliveryLedger;
import dev.broadsheet.notification.delivery.HandOverTimes;
import dev.broadsheet.notification.paging.Cursor;
import dev.broadsheet.notification.paging.Page;
import dev.broadsheet.notification.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.UUID;

/** Editions as editors see them. All figures are counted from rows, each time. */
@ApplicationScoped
class DeskEditions {

    private static final double MILLIS = 1_000;

    private final DeskEditionStore store;
    private final DeliveryLedger ledger;

    DeskEditions(DeskEditionStore store, DeliveryLedger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** The one that was opened last comes first. */
    @Transactional
    Page<ListedEdition> list(EditionFilter filter, PageRequest page) {
        return page.pageOf(
                store.page(filter, page),
                it -> new Cursor(it.openedAt(), it.id().toString()));
    }

    @Transactional
    DeskEdition read(UUID id) {
        ListedEdition edition = store.find(id).orElseThrow(() -> new NotFoundException("There is no such edition."));
        DeliveryCounts counts = ledger.counts(id);
        HandOverTimes times = ledger.handOverTimes(id);
        return new DeskEdition(
                id,
                edition.newsletter(),
                edition.state(),
                edition.held(),
                edition.slot(),
                edition.openedAt(),
                edition.closedAt(),
                times.first(),
                edition.finishedAt(),
                edition.audience(),
                store.items(id),
                counts,
                perSecond(counts, times));
    }

    /** What took less than a second counts as a second: a few mails in a moment are no rate. */
    private static Double perSecond(DeliveryCounts counts, HandOverTimes times) {
        if (times.first() == null) {
            return null;
        }
        double seconds = Duration.between(times.first(), times.last()).toMillis() / MILLIS;
        return Math.round(counts.handedOver() / Math.max(1, seconds) * 10) / 10.0;
    }
}
