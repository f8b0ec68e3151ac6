package dev.broadsheet.benchmarks.signups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.http.Json;
import dev.broadsheet.benchmarks.newsroom.Memory;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.signups.ImportedRows.Consent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How fast an operator's file of readers is taken in, until the answer that it is all there. */
final class Importing {

    private static final String PATH = "/api/v1/ops/subscribers/import";
    private static final Duration LIMIT = Duration.ofHours(1);

    private final Map<Door, URI> addresses;
    private final String token;
    private final Database database;
    private final Memory memory;
    private final SignUpsPlan plan;
    private final Progress progress;
    private int imports;

    /**
     * @param token an operator's
     * @param memory of subscription-service
     */
    Importing(
            Map<Door, URI> addresses,
            String token,
            Database database,
            Memory memory,
            SignUpsPlan plan,
            Progress progress) {
        this.addresses = addresses;
        this.token = token;
        this.database = database;
        this.memory = memory;
        this.plan = plan;
        this.progress = progress;
    }

    Section measure() {
        for (Door door : Door.values()) {
            if (!isThere(door)) {
                progress.step("The " + door.title() + " has no import: nothing is measured of it");
                return ImportReport.missing(door);
            }
        }
        progress.step("Importing, to warm up");
        for (Consent consent : Consent.values()) {
            run(Door.SERVICE, consent, plan.warmUpRows());
            run(Door.GATEWAY, consent, plan.warmUpRows());
        }
        List<ImportReport.Measured> all = new ArrayList<>();
        for (int round = 0; round < plan.importRounds(); round++) {
            for (Door door : Door.values()) {
                for (Consent consent : Consent.values()) {
                    progress.step("Importing " + plan.rows() + " " + consent + " rows at the " + door.title());
                    all.add(run(door, consent, plan.rows()));
                }
            }
        }
        return ImportReport.section(all, plan.rows());
    }

    private boolean isThere(Door door) {
        Api api = new Api(addresses.get(door));
        int status = api.send(request(api).POST(BodyPublishers.ofString(ImportedRows.HEADER)), 200, 404, 405)
                .statusCode();
        return status == 200;
    }

    private ImportReport.Measured run(Door door, Consent consent, int rows) {
        database.awaitRelayed(LIMIT);
        database.checkpoint();
        imports++;
        Api api = new Api(addresses.get(door));
        ImportedRows content = new ImportedRows(consent, "import" + imports, rows);
        memory.forgetThePeak();
        OptionalLong before = memory.residentMegabytes();
        long start = System.nanoTime();
        JsonNode report = Json.read(api.send(request(api).POST(BodyPublishers.ofInputStream(content::asCsv)), 200));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (report.path("imported").asLong() != rows) {
            throw new BenchmarkFailure("Of " + rows + " rows " + report.path("imported") + " were imported and "
                    + report.path("rejected") + " refused; the first errors: "
                    + report.path("errors").path(0));
        }
        return new ImportReport.Measured(
                door, consent, rows, seconds, orUnknown(before), orUnknown(memory.peakMegabytes()));
    }

    private HttpRequest.Builder request(Api api) {
        return api.request(PATH)
                .timeout(LIMIT)
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + token);
    }

    private static Long orUnknown(OptionalLong megabytes) {
        return megabytes.isPresent() ? megabytes.getAsLong() : null;
    }
}
