package dev.broadsheet.notification.edition;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.notification.article.Articles;
import dev.broadsheet.outbox.EventReceiver;
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
        receiver.receive(CHANNEL, record, received -> {
            if (received.event() instanceof ArticlePublished published) {
                articles.remember(published);
                editions.consider(published);
            }
        });
    }
}
