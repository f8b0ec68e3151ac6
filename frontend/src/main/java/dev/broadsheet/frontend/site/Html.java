package dev.broadsheet.frontend.site;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Pages as answers. They are rendered here and not on the way out, so that a template that fails is an error page. */
public final class Html {

    public static final String TYPE = "text/html;charset=UTF-8";

    private static final int SECONDS_UNTIL_RETRY = 5;

    private Html() {}

    /** A page that nobody keeps: it is for one reader, or for this moment only. */
    public static RestResponse<String> page(Status status, TemplateInstance page) {
        ResponseBuilder<String> answer = answer(status, page, "no-store");
        if (status == Status.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY);
        }
        return answer.build();
    }

    public static RestResponse<String> cachedPage(TemplateInstance page, String caching) {
        return answer(Status.OK, page, caching).build();
    }

    private static ResponseBuilder<String> answer(Status status, TemplateInstance page, String caching) {
        return ResponseBuilder.create(status, page.render())
                .type(TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, "en")
                .header(HttpHeaders.CACHE_CONTROL, caching);
    }
}
