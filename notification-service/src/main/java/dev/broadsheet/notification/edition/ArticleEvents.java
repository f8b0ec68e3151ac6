package dev.broadsheet.notification.edition;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.contracts.article.ArticleRetracted;
import dev.broadsheet.contracts.article.ArticleUpdated;
import dev.broadsheet.notification.article.Articles;
import dev.broadsheet.outbox.EventReceiver;
import dev.broadsheet.outbox.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ArticleEvents {

    static final String CHANNEL = "articles";

    private final EventReceiver receiver;
    private final Articles articles;
    private final Editions editions;

    ArticleEvents(EventReceiver receiver, Articles articles, Editions editions) {
        this.receiver = receiver;
        this.articles = articles;
        this.editions = editions;
    }

    @Incoming(CHANNEL)
    @Blocking
    void receive(ConsumerRecord<String, byte[]> record) {
        receiver.receive(CHANNEL, record, this::handle);
    }

    private void handle(ReceivedEvent received) {
        if (received.event() instanceof ArticlePublished published) {
            articles.remember(published, received.occurredAt()).ifPresent(editions::publish);
        } else if (received.event() instanceof ArticleUpdated updated) {
            articles.remember(updated, received.occurredAt()).ifPresent(editions::update);
        } else if (received.event() instanceof ArticleRetracted retracted
                && articles.retract(retracted, received.occurredAt())) {
            editions.withdraw(retracted.articleId());
        }
    }
}
