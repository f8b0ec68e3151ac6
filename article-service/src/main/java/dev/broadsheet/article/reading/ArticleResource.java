package dev.broadsheet.article.reading;

import dev.broadsheet.article.served.Caching;
import dev.broadsheet.article.served.ServedAnswers;
import dev.broadsheet.article.served.ServedJson;
import dev.broadsheet.article.site.PublicSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path(ArticleResource.PATH)
@Tag(name = "Articles")
class ArticleResource {

    static final String PATH = "/api/v1/articles";

    /** A stream under an article, and not a second front page. */
    private static final int RELATED = 10;

    private final Publications publications;
    private final ServedAnswers answers;
    private final ServedJson json;
    private final PublicSite site;

    ArticleResource(Publications publications, ServedAnswers answers, ServedJson json, PublicSite site) {
        this.publications = publications;
        this.answers = answers;
        this.json = json;
        this.site = site;
    }

    @GET
    @Operation(
            summary = "Published articles, newest first, or those that answer a search, best first",
            description = "`q` takes words, \"a phrase\", -without and `or`; the last word may be unfinished.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ArticlePage.class)))
    public Response list(
            @RestQuery String topic,
            @RestQuery String author,
            @RestQuery String market,
            @RestQuery String newsletter,
            @RestQuery String q,
            @RestQuery String limit,
            @RestQuery String cursor,
            @Context Request request,
            @Context HttpServerRequest address) {
        PageRequest page = PageRequest.of(new ArticleFilter(topic, author, market, newsletter), q, limit, cursor);
        return answers.answer(request, address, () -> {
            AsOf<ArticlePage> found = publications.page(page);
            return json.ofMany(found.value(), found.changed(), Caching.LIST);
        });
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "One published article")
    @APIResponse(
            responseCode = "200",
            description = "The article",
            content = @Content(schema = @Schema(implementation = PublishedArticle.class)))
    @APIResponse(responseCode = "301", description = "The article is called otherwise by now")
    @APIResponse(responseCode = "304", description = "The caller has it already")
    @APIResponse(responseCode = "410", description = "The article was retracted")
    public Response read(@RestPath String slug, @Context Request request, @Context HttpServerRequest address) {
        return answers.answer(request, address, () -> {
            PublishedArticle article = published(slug, "");
            return json.ofArticle(article.id(), article, article.updatedAt(), Caching.ARTICLE);
        });
    }

    @GET
    @Path("{slug}/related")
    @Operation(summary = "Articles that go deeper into what this one tells, the closest first")
    @APIResponse(
            responseCode = "200",
            description = "At most ten",
            content = @Content(schema = @Schema(implementation = RelatedArticles.class)))
    public Response related(@RestPath String slug, @Context Request request, @Context HttpServerRequest address) {
        return answers.answer(request, address, () -> {
            PublishedArticle article = published(slug, "/related");
            AsOf<List<ArticleSummary>> related = publications.related(article.id(), RELATED);
            return json.ofMany(new RelatedArticles(related.value()), related.changed(), Caching.LIST);
        });
    }

    private PublishedArticle published(String slug, String below) {
        FoundArticle found = publications.find(slug);
        if (found instanceof FoundArticle.Published published) {
            return published.article();
        }
        if (found instanceof FoundArticle.Renamed renamed) {
            throw new WebApplicationException(Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(site.address(PATH + "/" + renamed.slug() + below))
                    .header("Cache-Control", Caching.ARTICLE.header())
                    .build());
        }
        if (found instanceof FoundArticle.Retracted) {
            throw new WebApplicationException("The article was retracted.", Response.Status.GONE);
        }
        throw new NotFoundException("There is no article at this address.");
    }
}
