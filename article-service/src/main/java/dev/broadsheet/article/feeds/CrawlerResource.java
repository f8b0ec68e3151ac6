package dev.broadsheet.article.feeds;

import dev.broadsheet.article.reading.AsOf;
import dev.broadsheet.article.served.Caching;
import dev.broadsheet.article.served.Served;
import dev.broadsheet.article.served.ServedAnswers;
import dev.broadsheet.problems.InvalidInputException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@Tag(name = "Feeds and crawlers")
class CrawlerResource {

    /** Few enough digits for an int. */
    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,5}");

    private final Sitemaps sitemaps;
    private final ServedAnswers answers;
    private final Served robots;

    CrawlerResource(Sitemaps sitemaps, ServedAnswers answers, FeedAddresses addresses, Clock clock) {
        this.sitemaps = sitemaps;
        this.answers = answers;
        this.robots = robots(addresses, clock.instant());
    }

    @GET
    @Path("sitemap.xml")
    @Operation(
            summary = "The addresses of all articles, or an index of sitemaps when there are more than 50,000",
            description = "`page` is a sitemap that the index names.")
    @APIResponse(responseCode = "200", description = "A sitemap", content = @Content(mediaType = "application/xml"))
    @APIResponse(responseCode = "304", description = "The caller has it already")
    public Response sitemap(@RestQuery String page, @Context Request request, @Context HttpServerRequest address) {
        if (page == null) {
            return answers.answer(request, address, () -> served(sitemaps.whole(SitemapPages.USUAL)));
        }
        if (!PAGE.matcher(page).matches()) {
            throw InvalidInputException.of("page", "page.format", "The page must be a number from 1 on.");
        }
        int number = Integer.parseInt(page);
        return answers.answer(request, address, () -> served(sitemaps.page(number, SitemapPages.USUAL)));
    }

    @GET
    @Path("sitemap-news.xml")
    @Operation(summary = "The articles of the last two days, for Google News")
    @APIResponse(responseCode = "200", description = "A sitemap", content = @Content(mediaType = "application/xml"))
    @APIResponse(responseCode = "304", description = "The caller has it already")
    public Response news(@Context Request request, @Context HttpServerRequest address) {
        return answers.answer(request, address, () -> served(sitemaps.news()));
    }

    @GET
    @Path("robots.txt")
    @Operation(summary = "What crawlers may read, and where the sitemaps are")
    @APIResponse(responseCode = "200", description = "RFC 9309", content = @Content(mediaType = "text/plain"))
    @APIResponse(responseCode = "304", description = "The caller has it already")
    public Response robots(@Context Request request, @Context HttpServerRequest address) {
        return answers.answer(request, address, () -> robots);
    }

    private static Served served(AsOf<byte[]> sitemap) {
        return Served.ofMany(sitemap.value(), "application/xml;charset=UTF-8", sitemap.changed(), Caching.FEED);
    }

    /** It changes with the configuration, and so at a start. */
    private static Served robots(FeedAddresses addresses, Instant started) {
        String lines = """
                User-agent: *
                Allow: /
                Disallow: /api/

                Sitemap: %s
                Sitemap: %s
                """.formatted(addresses.sitemap(), addresses.newsSitemap());
        return Served.ofMany(lines.getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8", started, Caching.FEED);
    }
}
