package dev.broadsheet.frontend.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The one place that knows how a call of the API can end. */
@Singleton
public class Api {

    private static final Logger LOG = Logger.getLogger(Api.class);
    private static final int MOVED = 301;
    private static final int FIRST_FAILURE = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    private final ObjectMapper json;

    Api(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @throws MovedException if what was asked for has another address by now
     * @throws RefusedException if the API found fault with the request
     * @throws UnavailableException if it did not answer in time, answered an error of its own or nothing that can be read;
     *     a change may have happened all the same
     */
    public <T> T ask(Supplier<T> call) {
        try {
            T answer = call.get();
            if (answer == null) {
                throw new ProcessingException("The answer is empty");
            }
            return answer;
        } catch (WebApplicationException e) {
            Response response = e.getResponse();
            if (response.getStatus() == MOVED && response.getLocation() != null) {
                throw new MovedException(response.getLocation());
            }
            if (isFaultOfTheRequest(response.getStatus())) {
                throw new RefusedException(response.getStatus(), problem(response));
            }
            throw unavailable("status=" + response.getStatus(), e);
        } catch (ProcessingException e) {
            throw unavailable("cause=" + rootOf(e), e);
        }
    }

    /**
     * For a call that depends on nothing a reader sent: if the API finds fault with it all the same, that is an outage.
     *
     * @throws UnavailableException as {@link #ask}
     */
    public <T> T fetch(Supplier<T> call) {
        try {
            return ask(call);
        } catch (RefusedException e) {
            throw unavailable("status=" + e.status(), e);
        } catch (MovedException e) {
            throw unavailable("status=" + MOVED, e);
        }
    }

    /**
     * For a call whose answer has nothing to read.
     *
     * @throws RefusedException as {@link #ask}
     * @throws UnavailableException as {@link #ask}
     */
    public void tell(Supplier<Response> call) {
        ask(() -> {
            Response answer = call.get();
            if (answer.getStatus() >= FIRST_FAILURE) {
                throw new WebApplicationException(answer);
            }
            answer.close();
            return answer;
        });
    }

    /** Too many requests will be fewer soon, so it is no lasting refusal. */
    private static boolean isFaultOfTheRequest(int status) {
        return status >= 400 && status < 500 && status != TOO_MANY_REQUESTS;
    }

    private Problem problem(Response response) {
        try {
            return json.readValue(response.readEntity(String.class), Problem.class);
        } catch (JsonProcessingException | ProcessingException | IllegalArgumentException e) {
            // The status says enough; only its details are lost.
            LOG.warnf("event=api.problem.unreadable status=%d cause=%s", response.getStatus(), rootOf(e));
            return Problem.WITHOUT_DETAILS;
        }
    }

    /** An outage fails every page: one line each. The address is left out, because it can hold a token. */
    private static UnavailableException unavailable(String reason, RuntimeException cause) {
        LOG.warnf("event=api.unavailable %s", reason);
        return new UnavailableException(cause);
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
