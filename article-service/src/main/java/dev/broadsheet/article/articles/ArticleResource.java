package dev.broadsheet.article.articles;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/articles")
@Tag(name = "Articles")
class ArticleResource {

    /** A minute of age is what an editor's correction can wait for; a cache that finds us down may serve for longer. */
    private static final String ARTICLE_CACHING = "public, max-age=60, stale-while-revalidate=300";

    private final Articles articles;

    ArticleResource(Articles articles) {
        this.articles = articles;
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=10, stale-while-revalidate=60")
    @Operation(summary = "Published articles, newest first")
    public ArticlePage newest(@RestQuery String limit, @RestQuery String cursor) {
        return articles.newest(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "One published article")
    @APIResponse(
            responseCode = "200",
            description = "The article",
            content = @Content(schema = @Schema(implementation = PublishedArticle.class)))
    @APIResponse(responseCode = "304", description = "The caller has it already")
    public Response read(@RestPath String slug, @Context Request request) {
        PublishedArticle article = articles.published(slug)
                .orElseThrow(() -> new NotFoundException("There is no article at this address."));
        EntityTag tag = tag(article);
        Date lastModified = Date.from(article.updatedAt());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(lastModified, tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(article) : unchanged;
        return answer.tag(tag)
                .lastModified(lastModified)
                .header("Cache-Control", ARTICLE_CACHING)
                .build();
    }

    /** Every change has its own time: changes of one article wait for each other. */
    private static EntityTag tag(PublishedArticle article) {
        return new EntityTag(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, article.updatedAt()), 36));
    }
}
