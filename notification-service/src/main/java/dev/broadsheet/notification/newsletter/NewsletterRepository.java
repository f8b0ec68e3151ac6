package dev.broadsheet.notification.newsletter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class NewsletterRepository implements PanacheRepositoryBase<Newsletter, String> {}
