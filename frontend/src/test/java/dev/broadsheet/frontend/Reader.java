package dev.broadsheet.frontend;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A reader with a browser that has no JavaScript: opens pages, fills in the forms that are there and sends them. */
final class Reader {

    record Page(HttpResponse<String> response, Document html) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return html.body().text();
        }

        String heading() {
            return html.selectXpath("//h1").text();
        }

        FormElement form() {
            return html.expectForm("form");
        }

        FormElement formTo(String action) {
            return html.expectForm("form[action=" + action + "]");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;

    Reader(URI site) {
        this.site = site;
    }

    Page open(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends the page's form as it stands, with these fields changed. */
    Page submit(Page page, Map<String, String> typed, String... headers) {
        return submit(page.form(), typed, headers);
    }

    Page submit(FormElement form, Map<String, String> typed, String... headers) {
        typed.forEach((name, value) -> form.expectFirst("[name=" + name + "]").val(value));
        Stream<String> fields = form.formData().stream().map(field -> field(field.key(), field.value()));
        return post(form.attr("action"), fields.collect(Collectors.joining("&")), headers);
    }

    Page post(String path, Map<String, String> fields, String... headers) {
        return post(
                path,
                fields.entrySet().stream()
                        .map(entry -> field(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("&")),
                headers);
    }

    Page post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers).POST(BodyPublishers.ofString(body));
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(site.resolve(path)).header("Accept", "text/html,*/*;q=0.8");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Page(response, Jsoup.parse(response.body()));
        } catch (IOException e) {
            throw new AssertionError("The site did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private static String field(String name, String value) {
        return encode(name) + "=" + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
