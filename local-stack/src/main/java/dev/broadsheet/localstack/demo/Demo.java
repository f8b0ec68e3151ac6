package dev.broadsheet.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.localstack.Command;
import dev.broadsheet.localstack.StackException;
import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.ReceivedMail;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.localstack.launch.RunningNewsroom;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The main job, once through: what a reader and an editor do, and what can be seen of it on Kafka and in the inbox. */
public final class Demo implements Command {

    private static final String NEWSLETTER = "markets";
    private static final Pattern CONFIRMATION_TOKEN = Pattern.compile("/confirm\\?token=([\\w.~=-]+)");

    private final Steps steps = new Steps(System.out);
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String address = "demo-" + run + "@example.com";

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new StackException("`demo` takes no arguments.");
        }
        try (RunningNewsroom newsroom = RunningNewsroom.findOrStart();
                TopicReader subscriptions = topic(newsroom, "broadsheet.subscriptions.v1");
                TopicReader articles = topic(newsroom, "broadsheet.articles.v1");
                TopicReader deliveries = topic(newsroom, "broadsheet.deliveries.v1")) {
            System.out.println("A reader, " + address + ", and the newsletter \"" + NEWSLETTER + "\":");
            Api api = newsroom.api();
            Inbox inbox = newsroom.inbox();

            becomeReader(api, inbox, subscriptions);
            ReceivedMail mail = receiveArticle(api, inbox, articles);
            leave(mail, api, subscriptions);
            receiveNothingMore(api, inbox, deliveries);

            System.out.println("All of it really happened.");
            return 0;
        }
    }

    private void becomeReader(Api api, Inbox inbox, TopicReader subscriptions) {
        steps.take("signed up by HTTP through the gateway", () -> expect(202, api.signUp(address, NEWSLETTER)));
        steps.take("SubscriptionCreated is on Kafka", () -> awaitEvent(subscriptions, "SubscriptionCreated", address));
        ReceivedMail confirmation =
                steps.take("the confirmation mail is in the inbox", () -> inbox.awaitMailTo(address));
        steps.take("confirmed", () -> expect(200, api.confirm(confirmationToken(confirmation))));
    }

    private ReceivedMail receiveArticle(Api api, Inbox inbox, TopicReader articles) {
        String headline = "The first article of demo " + run;
        String draft = steps.take("an editor drafted an article", () -> api.draft(headline, true, NEWSLETTER));
        return steps.take("from publishing to the mail in the inbox, all in all", () -> {
            JsonNode article = steps.take("published it, as breaking", () -> api.publish(draft));
            steps.take(
                    "ArticlePublished is on Kafka",
                    () -> awaitEvent(
                            articles, "ArticlePublished", article.path("id").asText()));
            return steps.take(
                    "the article's mail is in the inbox",
                    () -> inbox.awaitMailTo(address, mail -> mail.subject().equals(headline)));
        });
    }

    private void leave(ReceivedMail mail, Api api, TopicReader subscriptions) {
        URI wayOut = URI.create(mail.header("List-Unsubscribe")
                .orElseThrow(() -> new StackException("The mail has no List-Unsubscribe header"))
                .replaceAll("(?s)<([^>]*)>.*", "$1"));
        steps.take("unsubscribed by one click (RFC 8058)", () -> expect(200, api.unsubscribeByOneClick(wayOut)));
        String subscriber = mail.summary().messageId().replaceAll(".*\\.([0-9a-f-]{36})@.*", "$1");
        steps.take(
                "SubscriptionCancelled is on Kafka",
                () -> awaitEvent(subscriptions, "SubscriptionCancelled", subscriber));
    }

    private void receiveNothingMore(Api api, Inbox inbox, TopicReader deliveries) {
        String headline = "The second article of demo " + run;
        String draft = api.draft(headline, true, NEWSLETTER);
        String article = steps.take(
                "published a second article",
                () -> api.publish(draft).path("id").asText());
        steps.take(
                "EditionSent is on Kafka: its last mail is out", () -> awaitEvent(deliveries, "EditionSent", article));
        steps.take("and none of it came to the reader who left", () -> {
            if (inbox.messagesTo(address).stream()
                    .anyMatch(mail -> mail.subject().equals(headline))) {
                throw new StackException("The second article came to a reader who had unsubscribed");
            }
            return true;
        });
    }

    private static TopicReader topic(RunningNewsroom newsroom, String name) {
        return new TopicReader(newsroom.bootstrapServers(), name);
    }

    private static ConsumerRecord<String, byte[]> awaitEvent(TopicReader topic, String type, String holding) {
        return topic.awaitRecord(record -> TopicReader.header(record, "ce_type")
                        .filter(("dev.broadsheet." + type)::equals)
                        .isPresent()
                && TopicReader.text(record).contains(holding));
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new StackException(response.uri().getPath() + " answered " + response.statusCode() + ", not " + status
                    + ": " + response.body());
        }
        return response;
    }

    private static String confirmationToken(ReceivedMail mail) {
        Matcher token = CONFIRMATION_TOKEN.matcher(mail.text());
        if (!token.find()) {
            throw new StackException("The confirmation mail has no link to confirm");
        }
        return token.group(1);
    }
}
