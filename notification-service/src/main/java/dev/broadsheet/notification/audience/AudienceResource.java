package dev.broadsheet.notification.audience;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/desk/audience")
@RolesAllowed("editor")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class AudienceResource {

    private final AudienceSizes sizes;

    AudienceResource(AudienceSizes sizes) {
        this.sizes = sizes;
    }

    @GET
    @Operation(summary = "How many readers each newsletter has")
    @APIResponse(responseCode = "200", description = "All newsletters by slug, those without readers too")
    public RestResponse<Sizes> sizes() {
        return RestResponse.ResponseBuilder.ok(new Sizes(sizes.count()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Answer. */
    public record Sizes(List<AudienceSize> items) {}
}
