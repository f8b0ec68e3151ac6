package dev.broadsheet.notification.deadletter;

import dev.broadsheet.problems.InvalidInputException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;

/** What consumers could not handle: looking at it, and trying again. */
@Path("/api/v1/ops/dead-letters")
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class DeadLetterResource {

    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);
    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,3}");

    private final DeadLetters letters;

    DeadLetterResource(DeadLetters letters) {
        this.letters = letters;
    }

    @GET
    @Operation(
            summary = "The dead letters of all services, by topic, oldest first",
            description = "Without what they hold, which may be personal data.")
    @APIResponse(responseCode = "200", description = "A page, and the cursor of the next one if there is one")
    @APIResponse(responseCode = "400", description = "The cursor or the limit is not one")
    @APIResponse(responseCode = "404", description = "There is no such topic of dead letters")
    public DeadLetterPage list(
            @RestQuery @Parameter(description = "Of this topic only, which ends in `.dlq`") String topic,
            @RestQuery @Parameter(description = "`next` of the page before") String cursor,
            @RestQuery @Parameter(description = "1 to 100, usually 20") String limit) {
        return letters.page(
                Optional.ofNullable(cursor).map(LetterPlace::decode), Optional.ofNullable(topic), numberIn(limit));
    }

    @GET
    @Path("{topic}/{partition: [0-9]{1,9}}/{offset: [0-9]{1,18}}")
    @Operation(summary = "A dead letter with what it holds", description = "It may be personal data.")
    @APIResponse(responseCode = "200", description = "The value as text, or in base64 if it is none in UTF-8")
    @APIResponse(responseCode = "404", description = "It is not there, or not any more")
    public OpenedLetter open(String topic, int partition, long offset) {
        LOG.infof("event=deadletter.opened topic=%s partition=%d offset=%d", topic, partition, offset);
        return letters.open(new LetterPlace(topic, partition, offset));
    }

    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Publish dead letters again, on the topic that they came from",
            description = "One, or those of a topic that were not published again before. Whoever handled an event"
                    + " already knows it by its id, and does nothing.")
    @APIResponse(responseCode = "200", description = "How many; and whether there are more, for another request")
    @APIResponse(responseCode = "400", description = "It does not say which")
    @APIResponse(responseCode = "404", description = "There is no such topic, or no letter at this place")
    public Replayed replay(ReplayRequest request) {
        request.check();
        Replayed replayed = replayed(request);
        LOG.infof("event=deadletter.replayed topic=%s letters=%d", request.topic(), replayed.replayed());
        return replayed;
    }

    private Replayed replayed(ReplayRequest request) {
        if (request.offset() == null) {
            return letters.replayAll(request.topic());
        }
        letters.replay(new LetterPlace(request.topic(), request.partition(), request.offset()));
        return new Replayed(1, false);
    }

    private static int numberIn(String limit) {
        if (limit == null) {
            return USUAL;
        }
        int number = SHORT_NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MOST) {
            throw InvalidInputException.of(
                    "limit", "limit.range", "The limit must be a number from 1 to " + MOST + ".");
        }
        return number;
    }

    /** With partition and offset one letter, without both all of the topic. */
    public record ReplayRequest(String topic, Integer partition, Long offset) {

        void check() {
            if (topic == null) {
                throw InvalidInputException.of("topic", "topic.required", "Say which topic of dead letters.");
            }
            if ((partition == null) != (offset == null)) {
                throw InvalidInputException.of(
                        "offset", "offset.required", "One letter has a partition and an offset; all have neither.");
            }
        }
    }
}
