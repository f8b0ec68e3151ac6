package dev.broadsheet.subscription.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.subscription.newsletter.NewsletterView;
import dev.broadsheet.subscription.newsletter.Newsletters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Runs imports: reads rows on the thread of the request, and writes them on another. */
@ApplicationScoped
class Imports {

    private static final Logger LOG = Logger.getLogger(Imports.class);
    private static final int MOST_ERRORS = 1_000;

    private final ChunkWriter writer;
    private final ImportReports reports;
    private final Newsletters newsletters;
    private final ObjectMapper json;
    private final Clock clock;

    Imports(ChunkWriter writer, ImportReports reports, Newsletters newsletters, ObjectMapper json, Clock clock) {
        this.writer = writer;
        this.reports = reports;
        this.newsletters = newsletters;
        this.json = json;
        this.clock = clock;
    }

    ImportReport run(ImportFormat format, InputStream body) throws IOException, InterruptedException, SQLException {
        RowSource rows = rowsOf(format, body);
        UUID id = writer.start(Ids.next(), format);
        LOG.infof("event=import.started import=%s format=%s", id, format);
        ChunkPipe pipe = new ChunkPipe(id, writer);
        pipe.open();
        try {
            read(rows, pipe);
            pipe.close();
        } catch (IOException e) {
            abort(id, pipe, e);
            throw new BadRequestException("The body broke off.");
        } catch (InterruptedException | RuntimeException | Error e) {
            abort(id, pipe, e);
            throw e;
        }
        writer.finish(id, ImportState.DONE);
        ImportReport report = reports.find(id).orElseThrow();
        LOG.infof(
                "event=import.done import=%s rows=%d rejected=%d rows-per-second=%d",
                id, report.rows(), report.rejected(), report.rowsPerSecond());
        return report;
    }

    private RowSource rowsOf(ImportFormat format, InputStream body) throws IOException {
        Set<String> slugs =
                newsletters.all().stream().map(NewsletterView::slug).collect(Collectors.toUnmodifiableSet());
        RowRules rules = new RowRules(slugs, clock.instant());
        return switch (format) {
            case CSV -> new CsvRows(body, rules);
            case NDJSON -> new NdjsonRows(body, json, rules);
        };
    }

    private static void read(RowSource rows, ChunkPipe pipe) throws IOException, InterruptedException {
        int room = MOST_ERRORS;
        Chunk chunk = new Chunk();
        for (CheckedRow row = rows.next(); row != null; row = rows.next()) {
            if (row.row() != null) {
                chunk.add(row.row());
            } else {
                chunk.reject(row.errors(), room);
                room = Math.max(0, room - row.errors().size());
            }
            if (chunk.isFull()) {
                pipe.put(chunk);
                chunk = new Chunk();
            }
        }
        if (!chunk.isEmpty()) {
            pipe.put(chunk);
        }
    }

    private void abort(UUID id, ChunkPipe pipe, Throwable cause) throws InterruptedException {
        // Without the cause's message: a driver's may quote a row.
        LOG.warnf(
                "event=import.aborted import=%s cause=%s", id, cause.getClass().getSimpleName());
        pipe.cut();
        try {
            writer.finish(id, ImportState.ABORTED);
        } catch (RuntimeException e) {
            // The database is away, most likely. The import's silence will tell.
            LOG.debugf("event=import.abort.delayed import=%s", id);
        }
    }
}
