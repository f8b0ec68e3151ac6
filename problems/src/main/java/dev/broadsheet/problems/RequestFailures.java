package dev.broadsheet.problems;

import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells operators of requests that failed through no fault of the caller. */
final class RequestFailures {

    private static final Logger LOG = Logger.getLogger("dev.broadsheet.requests");

    private RequestFailures() {}

    /** The address is left out: it can hold an unsubscribe or confirmation token. */
    static void log(int status, Optional<CurrentRequest> request, Throwable cause) {
        String id = request.map(CurrentRequest::id).orElse("none");
        if (status == 503) {
            // An outage fails every request: one line each, without the stack that is the same in all of them.
            LOG.warnf("event=request.unavailable requestId=%s cause=%s", id, rootOf(cause));
        } else if (status >= 500) {
            LOG.errorf(cause, "event=request.failed requestId=%s status=%d", id, status);
        }
    }

    private static String rootOf(Throwable cause) {
        return Causes.of(cause)
                .reduce((first, second) -> second)
                .map(root -> root.getClass().getSimpleName())
                .orElse("none");
    }
}
