package dev.broadsheet.frontend.preferences;

import dev.broadsheet.frontend.api.RefusedException;
import dev.broadsheet.frontend.site.Html;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** What a reader sees whose link is not good for what it was used for: the way to another one. */
final class Refusals {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;
    private static final String TOKEN_FORGED = "urn:broadsheet:problem:token-forged";

    private Refusals() {}

    /** Empty where it is not the link that was refused. */
    static Optional<RestResponse<String>> ofLink(RefusedException refused) {
        return switch (refused.status()) {
            case UNAUTHORIZED -> Optional.of(forged());
            case BAD_REQUEST -> isForged(refused) ? Optional.of(forged()) : Optional.empty();
            case FORBIDDEN -> Optional.of(page(Status.FORBIDDEN, LinkPage.State.FRESH_LINK_NEEDED));
            case GONE -> Optional.of(page(Status.GONE, LinkPage.State.EXPIRED));
            default -> Optional.empty();
        };
    }

    static RestResponse<String> forged() {
        return page(Status.BAD_REQUEST, LinkPage.State.FORGED);
    }

    static boolean concerns(RefusedException refused, String field) {
        return refused.problem().violations().stream()
                .anyMatch(violation ->
                        violation.field() != null && violation.field().startsWith(field));
    }

    private static boolean isForged(RefusedException refused) {
        return TOKEN_FORGED.equals(refused.problem().type());
    }

    private static RestResponse<String> page(Status status, LinkPage.State state) {
        return Html.page(status, LinkPage.of(state));
    }
}
