package dev.broadsheet.subscription.subscriber;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, SubscriptionKey> {

    List<Subscription> of(UUID subscriberId, Collection<String> newsletters) {
        return list("key.subscriberId = ?1 and key.newsletter in ?2", subscriberId, newsletters);
    }

    List<Subscription> of(UUID subscriberId) {
        return list("key.subscriberId = ?1 order by key.newsletter", subscriberId);
    }
}
