package dev.broadsheet.localstack.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A part of the test stack that is down until this is closed. Works from any class loader. */
public final class Outage implements AutoCloseable {

    private final String part;
    private final HttpClient http = HttpClient.newHttpClient();

    private Outage(String part) {
        this.part = part;
        ask("stop");
    }

    public static Outage ofKafka() {
        return new Outage("kafka");
    }

    public static Outage ofPostgres() {
        return new Outage("postgres");
    }

    /** SMTP, IMAP and the inbox page; the mails that were taken before are there again afterwards. */
    public static Outage ofMail() {
        return new Outage("mail");
    }

    @Override
    public void close() {
        ask("start");
    }

    private void ask(String action) {
        URI address = URI.create(StackProperties.require(StackProperties.CONTROL_URL) + "/" + part + "/" + action);
        try {
            HttpResponse<Void> response = http.send(
                    HttpRequest.newBuilder(address)
                            .POST(BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.discarding());
            if (response.statusCode() != 204) {
                throw new IllegalStateException("The test stack could not " + action + " " + part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The test stack could not " + action + " " + part, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + part, e);
        }
    }
}
