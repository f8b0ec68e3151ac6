package dev.broadsheet.benchmarks.http;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** HTTP to one server. Whatever is not answered as expected breaks the run. Thread-safe. */
public final class Api {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    public Api(URI server) {
        this.server = server;
    }

    public HttpResponse<byte[]> get(String path) {
        return send(request(path).GET(), 200);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT);
    }

    public HttpResponse<byte[]> send(HttpRequest.Builder builder, Integer... expected) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            for (int status : expected) {
                if (response.statusCode() == status) {
                    return response;
                }
            }
            throw new BenchmarkFailure(request.method() + " " + request.uri() + " answered " + response.statusCode()
                    + " " + new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BenchmarkFailure("No answer to " + request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }
}
