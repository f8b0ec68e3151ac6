package dev.broadsheet.subscription.exporting;

import dev.broadsheet.problems.InvalidInputException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/ops/subscribers/export")
@RolesAllowed("operator")
@Tag(name = "Operators")
public class ExportResource {

    private final Exports exports;

    ExportResource(Exports exports) {
        this.exports = exports;
    }

    @GET
    @Operation(
            summary = "Export readers",
            description =
                    "In the columns that an import takes. A reader whose newsletters differ in status or consent makes"
                            + " several rows. In CSV an apostrophe stands before what a spreadsheet would run; an import takes it"
                            + " off.")
    @APIResponse(responseCode = "200", description = "The readers at the moment of the request, streamed")
    @APIResponse(responseCode = "400", description = "There is no such format or status")
    public Response export(
            @RestQuery @Parameter(description = "csv (usual) or ndjson") String format,
            @RestQuery @Parameter(description = "Only this newsletter") String newsletter,
            @RestQuery @Parameter(description = "CONFIRMED, UNCONFIRMED or UNSUBSCRIBED") String status) {
        ExportFilter filter = ExportFilter.of(newsletter, status);
        if (format == null || format.equals("csv")) {
            return answer("text/csv; charset=utf-8", "subscribers.csv", out -> exports.writeCsv(filter, out));
        }
        if (format.equals("ndjson")) {
            return answer("application/x-ndjson", "subscribers.ndjson", out -> exports.writeNdjson(filter, out));
        }
        throw InvalidInputException.of("format", "format.unknown", "The format is one of csv, ndjson.");
    }

    private static Response answer(String type, String file, StreamingOutput content) {
        return Response.ok(content)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
