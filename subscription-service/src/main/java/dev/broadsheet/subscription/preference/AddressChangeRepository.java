package dev.broadsheet.subscription.preference;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class AddressChangeRepository implements PanacheRepositoryBase<AddressChange, UUID> {

    long countSince(UUID subscriberId, Instant since) {
        return count("subscriberId = ?1 and requestedAt > ?2", subscriberId, since);
    }
}
