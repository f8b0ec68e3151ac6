package dev.broadsheet.article.articles;

import dev.broadsheet.article.site.PublicSite;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DeskArticleResource.PATH)
@RolesAllowed("editor")
@Tag(name = "Desk")
class DeskArticleResource {

    static final String PATH = "/api/v1/desk/articles";

    private final Articles articles;
    private final PublicSite site;

    DeskArticleResource(Articles articles, PublicSite site) {
        this.articles = articles;
        this.site = site;
    }

    @POST
    @Operation(summary = "Write a draft")
    public RestResponse<DeskArticle> create(@Valid ArticleDraft draft) {
        DeskArticle article = articles.create(draft);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, article)
                .location(site.api(PATH + "/" + article.id()))
                .tag(tag(article))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an article in any state")
    public RestResponse<DeskArticle> read(@RestPath UUID id) {
        return ok(articles.atDesk(id).orElseThrow(DeskArticleResource::unknown));
    }

    @POST
    @Path("{id}/publish")
    @Operation(summary = "Make an article public", description = "A second time changes nothing and answers the same.")
    public RestResponse<DeskArticle> publish(@RestPath UUID id) {
        return ok(articles.publish(id).orElseThrow(DeskArticleResource::unknown));
    }

    private static RestResponse<DeskArticle> ok(DeskArticle article) {
        return RestResponse.ResponseBuilder.ok(article)
                .tag(tag(article))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static EntityTag tag(DeskArticle article) {
        return new EntityTag(Long.toString(article.version()));
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There is no article with this id.");
    }
}
