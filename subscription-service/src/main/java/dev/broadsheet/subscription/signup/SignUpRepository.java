package dev.broadsheet.subscription.signup;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SignUpRepository implements PanacheRepositoryBase<SignUp, UUID> {

    List<SignUp> openOf(UUID subscriberId) {
        return list("subscriberId = ?1 and confirmedAt is null", subscriberId);
    }
}
