package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged.Kind;
import dev.broadsheet.problems.InvalidInputException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/newsletters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Newsletters")
public class NewsletterResource {

    private final Newsletters newsletters;

    NewsletterResource(Newsletters newsletters) {
        this.newsletters = newsletters;
    }

    @GET
    @Operation(summary = "The newsletters that readers can sign up for")
    @APIResponse(responseCode = "200", description = "All, or those of one kind, by name")
    @APIResponse(responseCode = "400", description = "There is no such kind")
    public Catalog list(@RestQuery @Parameter(description = "TOPIC, LOCAL or SPECIAL") String kind) {
        return new Catalog(kind == null ? newsletters.all() : newsletters.ofKind(kindNamed(kind)));
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "One newsletter")
    @APIResponse(responseCode = "200", description = "The newsletter")
    @APIResponse(responseCode = "404", description = "There is none of this name")
    public NewsletterView get(String slug) {
        return newsletters.find(slug).orElseThrow(() -> new NotFoundException("There is no such newsletter."));
    }

    private static Kind kindNamed(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> InvalidInputException.of("kind", "kind.unknown", "must be one of TOPIC, LOCAL, SPECIAL"));
    }

    /** Answer of the list. */
    public record Catalog(List<NewsletterView> items) {}
}
