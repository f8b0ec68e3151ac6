package dev.broadsheet.problems;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;

@Path("/samples")
class SampleResource {

    record Sample(
            @NotBlank @Size(max = 10) String headline,
            @NotEmpty List<@Pattern(regexp = "[a-z]+", message = "must be lower case") String> newsletters,
            List<@Valid Author> authors,
            Kind kind,
            int count) {}

    record Author(@NotBlank String slug) {}

    enum Kind {
        SHORT,
        LONG
    }

    @POST
    public Sample echo(@Valid Sample sample) {
        return sample;
    }

    @GET
    public List<String> list(@QueryParam("limit") @Max(100) Integer limit) {
        return List.of();
    }

    @GET
    @Path("failures/{kind}")
    public String fail(@PathParam("kind") String kind) throws Exception {
        switch (kind) {
            case "missing" -> throw new NotFoundException("No such sample.");
            case "refused" -> throw InvalidInputException.of("newsletters[0]", "newsletter.unknown", "is not known");
            case "unreachable" -> throw new IllegalStateException(new SQLException(new ConnectException("secret")));
            case "exhausted" ->
                throw new IllegalStateException(
                        new SQLException("Acquisition timeout while waiting for new connection"));
            case "stopping" -> throw new IllegalStateException(new SQLException("secret", "57P01"));
            case "constraint" -> throw new IllegalStateException(new SQLException("secret", "23505"));
            case "overflow" -> throw new StackOverflowError("secret");
            default -> throw new IllegalStateException("secret");
        }
    }
}
