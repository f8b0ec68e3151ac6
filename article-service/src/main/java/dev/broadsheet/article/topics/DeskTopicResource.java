package dev.broadsheet.article.topics;

import dev.broadsheet.article.idempotency.CreationKey;
import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.article.text.SlugFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DeskTopicResource.PATH)
@RolesAllowed("editor")
@Tag(name = "Desk")
class DeskTopicResource {

    static final String PATH = "/api/v1/desk/topics";

    private final Topics topics;
    private final PublicSite site;

    DeskTopicResource(Topics topics, PublicSite site) {
        this.topics = topics;
        this.site = site;
    }

    @POST
    @Operation(summary = "Create a topic")
    @APIResponse(responseCode = "201", description = "The topic")
    @APIResponse(responseCode = "409", description = "There is one with this slug already")
    public RestResponse<TopicView> create(
            @Valid TopicDraft draft, @RestHeader(CreationKey.HEADER) String key, @Context SecurityContext security) {
        String editor = security.getUserPrincipal().getName();
        return created(topics.create(draft, CreationKey.of(editor, key)));
    }

    @PUT
    @Path("{slug}")
    @Operation(
            summary = "Create or change a topic",
            description = "Articles and searches show the change within a minute.")
    @APIResponse(responseCode = "200", description = "The topic, changed")
    @APIResponse(responseCode = "201", description = "The topic, new")
    public RestResponse<TopicView> put(@RestPath @SlugFormat String slug, @Valid TopicDraft draft) {
        boolean isNew = topics.put(slug, draft);
        TopicView topic = new TopicView(slug, draft.name().strip());
        return isNew ? created(topic) : RestResponse.ok(topic);
    }

    private RestResponse<TopicView> created(TopicView topic) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, topic)
                .location(site.address(PATH + "/" + topic.slug()))
                .build();
    }
}
