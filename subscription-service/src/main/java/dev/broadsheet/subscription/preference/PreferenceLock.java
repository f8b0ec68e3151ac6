package dev.broadsheet.subscription.preference;

import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.token.ExpiredTokenException;
import dev.broadsheet.subscription.token.PreferencesToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Whom a preferences link is for, locked until the transaction ends. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class PreferenceLock {

    private final Subscribers subscribers;

    PreferenceLock(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    /** {@link ExpiredTokenException} for a reader who was erased, or whose address is silenced. */
    Reader reader(PreferencesToken token) {
        return subscribers.lock(token.subscriberId()).filter(Reader::isActive).orElseThrow(ExpiredTokenException::new);
    }

    /** For what cannot be undone. A reader whose address is silenced may still see all of it, and be erased. */
    Reader readerWithFreshLink(PreferencesToken token) {
        if (!token.isFresh()) {
            throw new FreshLinkNeededException();
        }
        return subscribers.lock(token.subscriberId()).orElseThrow(ExpiredTokenException::new);
    }
}
