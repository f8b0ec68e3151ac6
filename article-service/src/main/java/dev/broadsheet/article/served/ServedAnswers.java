package dev.broadsheet.article.served;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The public answers of this replica that are still true, by address. A change of an article takes those that show it out
 * at once: here after its commit, in the other replicas when its event arrives there.
 *
 * <p>While this replica cannot be sure to hear of changes (it has still to find its place on the topic), it keeps nothing
 * and every reader is answered from the database. When Kafka is away, changes made in other replicas arrive late: what is
 * kept is then true to within {@code broadsheet.served.longest}.
 */
@ApplicationScoped
public class ServedAnswers {

    /** What an entry costs beside its bytes: its key, its headers and the cache's own bookkeeping. */
    private static final int OVERHEAD = 512;

    private final Cache<String, Served> kept;
    private final AtomicLong changes = new AtomicLong();
    private volatile boolean hearsOfChanges;

    ServedAnswers(ServedConfig config, MeterRegistry meters) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue())
                .weigher((String address, Served served) -> OVERHEAD + served.size())
                .expireAfterWrite(config.longest())
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, kept, "served");
        FunctionCounter.builder("broadsheet.served.changes", changes, AtomicLong::get)
                .description("Changes that took kept answers out, those made here and those heard of")
                .register(meters);
    }

    /**
     * Answers a request for a public address: with what the supplier reads, or with 304 if the caller has that already.
     *
     * @param read begins its reading of the database when it is called, not before
     */
    public Response answer(Request request, HttpServerRequest address, Supplier<Served> read) {
        Served served = read(address.uri(), read);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(served.lastModified(), served.tag());
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(served.body(), served.contentType()) : unchanged;
        return answer.tag(served.tag())
                .lastModified(served.lastModified())
                .header("Cache-Control", served.cachingHeader())
                .build();
    }

    /** Reads what an address shows, and keeps it. */
    Served read(String address, Supplier<Served> read) {
        long seen = changes.get();
        Served served = read.get();
        keep(address, served, seen);
        return served;
    }

    /** What is kept for an address, its path with the query as they came; null if there is nothing. */
    Served find(String address) {
        return kept.getIfPresent(address);
    }

    /** An article changed, and the change is committed. */
    void forget(UUID article) {
        changes.incrementAndGet();
        kept.asMap().values().removeIf(served -> served.shows(article));
    }

    /** Something changed that any answer may show. */
    void forgetAll() {
        changes.incrementAndGet();
        kept.invalidateAll();
    }

    /** How many changes this replica has made or heard of. Its own are heard of too. */
    long changes() {
        return changes.get();
    }

    void hearsOfChanges(boolean hears) {
        hearsOfChanges = hears;
        forgetAll();
    }

    /**
     * A change may have been committed and heard of while its old state was being read: then the answer is given, once,
     * and not kept. Counted before the removal and looked at after the insertion, it is seen by one of the two.
     */
    private void keep(String address, Served served, long seen) {
        if (!hearsOfChanges || changes.get() != seen) {
            return;
        }
        kept.put(address, served);
        if (!hearsOfChanges || changes.get() != seen) {
            kept.invalidate(address);
        }
    }
}
