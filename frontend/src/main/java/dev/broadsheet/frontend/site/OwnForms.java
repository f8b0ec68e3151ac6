package dev.broadsheet.frontend.site;

import dev.broadsheet.frontend.site.ErrorPage.Kind;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes forms from our own pages only, so that no other site can make its visitors sign strangers up. There are no cookies
 * and so no secret to compare: the browser says where a form came from, and no page can make it lie. Programs that are
 * no browser say nothing and are let through; they could always call the API.
 */
@Singleton
class OwnForms {

    private static final Set<String> OWN_FETCH_SITES = Set.of("same-origin", "none");

    /** What a browser writes where the page's policy is no-referrer, as on pages whose address holds a token. */
    private static final String WITHHELD_ORIGIN = "null";

    /** To act here one needs a token, and who has one needs no other person's browser. */
    private static final Set<String> TOKEN_PAGES = Set.of(
            "/confirm",
            "/unsubscribe",
            "/preferences",
            "/preferences/address",
            "/preferences/new-address",
            "/preferences/fresh-link",
            "/preferences/erasure");

    private final String publicAuthority;

    OwnForms(@ConfigProperty(name = "broadsheet.public-url") URI publicUrl) {
        this.publicAuthority = publicUrl.getAuthority();
    }

    @ServerRequestFilter(preMatching = true)
    Optional<RestResponse<String>> refuseForeignForms(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.POST) && isForeign(request)
                ? Optional.of(Html.page(Status.FORBIDDEN, new ErrorPage(Kind.FOREIGN_FORM)))
                : Optional.empty();
    }

    private boolean isForeign(ContainerRequestContext request) {
        String fetchSite = request.getHeaderString("Sec-Fetch-Site");
        if (fetchSite != null) {
            return !OWN_FETCH_SITES.contains(fetchSite);
        }
        String origin = request.getHeaderString("Origin");
        if (origin == null) {
            return false;
        }
        if (origin.equals(WITHHELD_ORIGIN)) {
            return !TOKEN_PAGES.contains(request.getUriInfo().getPath());
        }
        return authority(origin)
                .filter(sender ->
                        sender.equalsIgnoreCase(hostAskedFor(request)) || sender.equalsIgnoreCase(publicAuthority))
                .isEmpty();
    }

    /** The gateway replaces Host by its own upstream's and keeps the reader's here; a browser cannot set it for a form. */
    private static String hostAskedFor(ContainerRequestContext request) {
        String forwarded = request.getHeaderString("X-Forwarded-Host");
        return forwarded == null ? request.getUriInfo().getBaseUri().getAuthority() : forwarded;
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getAuthority());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
