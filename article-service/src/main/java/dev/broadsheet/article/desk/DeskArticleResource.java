package dev.broadsheet.article.desk;

import dev.broadsheet.article.idempotency.CreationKey;
import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.problems.IfMatch;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DeskArticleResource.PATH)
@RolesAllowed("editor")
@Tag(name = "Desk")
class DeskArticleResource {

    static final String PATH = "/api/v1/desk/articles";

    private final DeskArticles articles;
    private final Publishing publishing;
    private final PublicSite site;

    DeskArticleResource(DeskArticles articles, Publishing publishing, PublicSite site) {
        this.articles = articles;
        this.publishing = publishing;
        this.site = site;
    }

    @POST
    @Operation(
            summary = "Write a draft",
            description =
                    "Repeated under the same Idempotency-Key within a day, it answers with the article made then.")
    @APIResponse(responseCode = "201", description = "The draft")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another draft")
    public RestResponse<DeskArticle> create(
            @Valid ArticleDraft draft, @RestHeader(CreationKey.HEADER) String key, @Context SecurityContext security) {
        String editor = security.getUserPrincipal().getName();
        DeskArticle article = articles.create(draft, CreationKey.of(editor, key));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, article)
                .location(site.address(PATH + "/" + article.id()))
                .tag(tag(article))
                .build();
    }

    @GET
    @Operation(summary = "Articles in any state or in one, worked on last first")
    public RestResponse<DeskPage> list(@RestQuery String state, @RestQuery String limit, @RestQuery String cursor) {
        return RestResponse.ResponseBuilder.ok(articles.list(DeskPageRequest.of(state, limit, cursor)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an article in any state")
    public RestResponse<DeskArticle> read(@RestPath UUID id) {
        return ok(articles.read(id));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replace what an article says", description = "Readers of a published article see it at once.")
    @APIResponse(responseCode = "200", description = "The article")
    @APIResponse(responseCode = "412", description = "Someone else saved first")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<DeskArticle> edit(
            @RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, @Valid ArticleDraft draft) {
        return ok(articles.edit(id, IfMatch.required(ifMatch), draft));
    }

    @DELETE
    @Path("{id}")
    @ResponseStatus(204)
    @Operation(summary = "Delete a draft")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "409", description = "It is more than a draft")
    @APIResponse(responseCode = "412", description = "Someone else saved first")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void delete(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch) {
        articles.delete(id, IfMatch.required(ifMatch));
    }

    @POST
    @Path("{id}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make an article public, now or at a time",
            description = "A second time changes nothing and answers the same. Another time moves a scheduled one.")
    public RestResponse<DeskArticle> publish(
            @RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, PublishOrder order) {
        return ok(publishing.publish(id, IfMatch.of(ifMatch), order));
    }

    /** An order needs no body. One that has a body of another type must not be taken for "now". */
    @POST
    @Path("{id}/publish")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public RestResponse<DeskArticle> publishNow(
            @RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, @Context HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (request.headers().contains("Transfer-Encoding") || length != null && !length.equals("0")) {
            throw new NotSupportedException();
        }
        return ok(publishing.publish(id, IfMatch.of(ifMatch), PublishOrder.NOW));
    }

    @POST
    @Path("{id}/unschedule")
    @Operation(summary = "Make a scheduled article a draft again")
    public RestResponse<DeskArticle> unschedule(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch) {
        return ok(publishing.unschedule(id, IfMatch.of(ifMatch)));
    }

    @POST
    @Path("{id}/retract")
    @Operation(
            summary = "Withdraw an article from the public",
            description = "Its address answers 410 from now on. What was mailed stays mailed.")
    public RestResponse<DeskArticle> retract(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch) {
        return ok(publishing.retract(id, IfMatch.of(ifMatch)));
    }

    @POST
    @Path("{id}/preview")
    @Operation(summary = "How an article would look in page and mail")
    public RestResponse<ArticlePreview> preview(@RestPath UUID id) {
        return RestResponse.ResponseBuilder.ok(articles.preview(id))
                .header("Cache-Control", "no-store")
                .build();
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
}
