package dev.broadsheet.article.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.article.reading.ArticleFilter;
import dev.broadsheet.article.reading.AsOf;
import dev.broadsheet.article.served.Caching;
import dev.broadsheet.article.served.Served;
import dev.broadsheet.article.served.ServedAnswers;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/feeds")
@Tag(name = "Feeds and crawlers")
class FeedResource {

    private final Feeds feeds;
    private final ServedAnswers answers;
    private final ObjectMapper mapper;

    FeedResource(Feeds feeds, ServedAnswers answers, ObjectMapper mapper) {
        this.feeds = feeds;
        this.answers = answers;
        this.mapper = mapper;
    }

    @GET
    @Path("articles.{format: rss|atom|json}")
    @Operation(summary = "The newest articles, whole, for feed readers")
    @Parameter(
            name = "format",
            description = "RSS 2.0, Atom 1.0 or JSON Feed 1.1",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"rss", "atom", "json"}))
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = {
                @Content(mediaType = "application/rss+xml"),
                @Content(mediaType = "application/atom+xml"),
                @Content(mediaType = "application/feed+json")
            })
    @APIResponse(responseCode = "304", description = "The caller has it already")
    public Response read(
            @RestPath String format,
            @RestQuery String topic,
            @RestQuery String author,
            @RestQuery String newsletter,
            @RestQuery String market,
            @Context Request request,
            @Context HttpServerRequest address) {
        ArticleFilter filter = new ArticleFilter(topic, author, market, newsletter);
        FeedFormat as = FeedFormat.ofEnding(format);
        return answers.answer(request, address, () -> {
            AsOf<Feed> feed = feeds.read(as, filter);
            return Served.ofMany(written(feed.value(), as), as.contentType(), feed.changed(), Caching.FEED);
        });
    }

    private byte[] written(Feed feed, FeedFormat as) {
        return switch (as) {
            case RSS -> RssFeed.of(feed);
            case ATOM -> AtomFeed.of(feed);
            case JSON -> json(feed);
        };
    }

    private byte[] json(Feed feed) {
        try {
            return mapper.writeValueAsBytes(JsonFeed.of(feed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A feed that Jackson cannot write", e);
        }
    }
}
