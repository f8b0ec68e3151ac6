package dev.broadsheet.benchmarks.articles;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.nginx.StaticSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Copies what the service answers into files for nginx, and says what there is to read then. */
final class Copy {

    private static final String ARTICLES = "/api/v1/articles/";
    private static final String LIST = "/api/v1/articles?limit=" + Plan.PAGE;
    /** A name of its own: as a file, the list's path would be the folder that has the articles. */
    private static final String LIST_FILE = "/list";

    private final Api service;
    private final Api gateway;

    Copy(Api service, Api gateway) {
        this.service = service;
        this.gateway = gateway;
    }

    StaticSite site(Path folder) {
        return new StaticSite(folder, contentType(service.get(LIST)));
    }

    List<Target> into(StaticSite site, List<String> slugs, Path pathsFile) {
        long shortest = Long.MAX_VALUE;
        for (String slug : slugs) {
            shortest = Math.min(shortest, copy(site, ARTICLES + slug, ARTICLES + slug));
        }
        long list = copy(site, LIST, LIST_FILE);
        String one = ARTICLES + slugs.get(slugs.size() / 2);
        requireSameAtGateway(one);
        requireSameAtGateway(LIST);
        writePaths(pathsFile, slugs);
        long oneLength = service.get(one).body().length;
        return List.of(
                new Target("one article", one, one, Optional.empty(), oneLength),
                new Target("first page of the list", LIST, LIST_FILE, Optional.empty(), list),
                new Target(slugs.size() + " articles in turn", one, one, Optional.of(pathsFile), shortest));
    }

    private long copy(StaticSite site, String path, String file) {
        HttpResponse<byte[]> answer = service.get(path);
        if (!contentType(answer).equals(site.contentType())) {
            throw new BenchmarkFailure(path + " is " + contentType(answer) + " and not " + site.contentType());
        }
        site.add(file, answer.body());
        return answer.body().length;
    }

    private void requireSameAtGateway(String path) {
        if (!Arrays.equals(service.get(path).body(), gateway.get(path).body())) {
            throw new BenchmarkFailure(path + " is not the same at the service and through the gateway");
        }
    }

    private static void writePaths(Path file, List<String> slugs) {
        try {
            Files.write(file, slugs.stream().map(slug -> ARTICLES + slug).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static String contentType(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }
}
