package dev.broadsheet.subscription.importing;

import dev.broadsheet.subscription.paging.Page;
import dev.broadsheet.subscription.paging.PageRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Readers by the million. A body is read as it comes and never held whole. */
@Path("/api/v1/ops/subscribers")
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class ImportResource {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private static final String ID = "{id: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private final Imports imports;
    private final ImportReports reports;

    ImportResource(Imports imports, ImportReports reports) {
        this.imports = imports;
        this.reports = reports;
    }

    @POST
    @Path("/import")
    @Consumes(CSV)
    @Blocking
    @Operation(
            summary = "Import readers",
            description =
                    "CSV with a header or one JSON object a line, in UTF-8, with email, newsletters (slugs; in CSV"
                            + " with `;` or blanks between), status (CONFIRMED, UNCONFIRMED, UNSUBSCRIBED), consentedAt and"
                            + " consentSource (required for CONFIRMED), locale, zone. Repeating it is safe.")
    @APIResponse(responseCode = "200", description = "The report; rows that are wrong are in it by their lines")
    @APIResponse(responseCode = "400", description = "The header is wrong, or the body ended before its end")
    public ImportReport importCsv(InputStream body, @RestHeader(HttpHeaders.CONTENT_TYPE) String type)
            throws IOException, InterruptedException, SQLException {
        requireUtf8(type);
        return imports.run(ImportFormat.CSV, body);
    }

    @POST
    @Path("/import")
    @Consumes(NDJSON)
    @Blocking
    @Operation(hidden = true)
    public ImportReport importNdjson(InputStream body, @RestHeader(HttpHeaders.CONTENT_TYPE) String type)
            throws IOException, InterruptedException, SQLException {
        requireUtf8(type);
        return imports.run(ImportFormat.NDJSON, body);
    }

    @GET
    @Path("/imports")
    @Operation(summary = "Imports, newest first, also those under way", description = "Without their errors.")
    @APIResponse(responseCode = "200", description = "A page, and the cursor of the next one if there is one")
    @APIResponse(responseCode = "400", description = "The cursor or the limit is not one")
    public Page<ImportReport> list(
            @RestQuery @Parameter(description = "`next` of the page before") String cursor,
            @RestQuery @Parameter(description = "1 to 100, usually 20") String limit)
            throws SQLException {
        return reports.page(PageRequest.of("imports", cursor, limit));
    }

    @GET
    @Path("/imports/" + ID)
    @Operation(summary = "How far an import is")
    @APIResponse(responseCode = "200", description = "The report so far, with errors by line")
    @APIResponse(responseCode = "404", description = "There is none of this id")
    public ImportReport get(UUID id) throws SQLException {
        return reports.find(id).orElseThrow(() -> new NotFoundException("There is no such import."));
    }

    private static void requireUtf8(String type) {
        String charset = MediaType.valueOf(type).getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw new NotSupportedException("Readers are imported in UTF-8.");
        }
    }
}
