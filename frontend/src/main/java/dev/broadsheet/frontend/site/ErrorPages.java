package dev.broadsheet.frontend.site;

import dev.broadsheet.frontend.api.UnavailableException;
import dev.broadsheet.frontend.site.ErrorPage.Kind;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever goes wrong, a reader sees a page. */
class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    @ServerExceptionMapper
    RestResponse<String> refused(WebApplicationException e) {
        Status status = Status.fromStatusCode(e.getResponse().getStatus());
        if (status == null || status.getFamily() == Status.Family.SERVER_ERROR) {
            return failed(e);
        }
        Kind kind =
                switch (status) {
                    case NOT_FOUND -> Kind.NOT_FOUND;
                    case GONE -> Kind.GONE;
                    default -> Kind.BAD_REQUEST;
                };
        return Html.page(status, new ErrorPage(kind));
    }

    @ServerExceptionMapper
    RestResponse<String> unavailable(UnavailableException e) {
        return Html.page(Status.SERVICE_UNAVAILABLE, new ErrorPage(Kind.UNAVAILABLE));
    }

    /** The address is not logged: it can hold a token. */
    @ServerExceptionMapper
    RestResponse<String> failed(Throwable e) {
        LOG.error("event=page.failed", e);
        return Html.page(Status.INTERNAL_SERVER_ERROR, new ErrorPage(Kind.FAILED));
    }
}
