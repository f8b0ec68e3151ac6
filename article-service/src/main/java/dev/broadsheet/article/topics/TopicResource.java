package dev.broadsheet.article.topics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/topics")
@Tag(name = "Articles")
class TopicResource {

    private final Topics topics;

    TopicResource(Topics topics) {
        this.topics = topics;
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    @Operation(summary = "All topics")
    public TopicList all() {
        return topics.all();
    }
}
