package dev.broadsheet.article.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Creates at most once under a key, however often and from wherever it is asked for. */
@ApplicationScoped
public class Creations {

    private static final int UNPROCESSABLE = 422;

    /** Whoever comes second waits here until the first has committed, and then finds its row. */
    private static final String CLAIM = """
            INSERT INTO creation_key (editor, key, fingerprint, created, created_at)
            VALUES (:editor, :key, :fingerprint, '', :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String CREATED = """
            UPDATE creation_key SET created = :created WHERE editor = :editor AND key = :key
            """;

    private static final String FIND = """
            SELECT fingerprint, created FROM creation_key WHERE editor = :editor AND key = :key
            """;

    private final EntityManager entityManager;
    private final ObjectMapper mapper;
    private final Clock clock;

    Creations(EntityManager entityManager, ObjectMapper mapper, Clock clock) {
        this.entityManager = entityManager;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Runs in the transaction of the creation.
     *
     * @param request what is asked for; under one key it is always the same
     * @param create creates, and returns the id of what it created
     * @return the id of what was created now or before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String once(Optional<CreationKey> key, Object request, Supplier<String> create) {
        if (key.isEmpty()) {
            return create.get();
        }
        byte[] fingerprint = fingerprint(request);
        if (claim(key.get(), fingerprint)) {
            String created = create.get();
            remember(key.get(), created);
            return created;
        }
        Tuple before = find(key.get());
        if (!Arrays.equals(before.get(0, byte[].class), fingerprint)) {
            throw new ClientErrorException("This Idempotency-Key was used for another request before.", UNPROCESSABLE);
        }
        return before.get(1, String.class);
    }

    /** Forgets keys that nobody will repeat any more. */
    @Transactional
    public void forgetBefore(Instant limit) {
        entityManager
                .createNativeQuery("DELETE FROM creation_key WHERE created_at < :limit")
                .setParameter("limit", limit)
                .executeUpdate();
    }

    private boolean claim(CreationKey key, byte[] fingerprint) {
        return entityManager
                        .createNativeQuery(CLAIM)
                        .setParameter("editor", key.editor())
                        .setParameter("key", key.value())
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private void remember(CreationKey key, String created) {
        entityManager
                .createNativeQuery(CREATED)
                .setParameter("created", created)
                .setParameter("editor", key.editor())
                .setParameter("key", key.value())
                .executeUpdate();
    }

    private Tuple find(CreationKey key) {
        return (Tuple) entityManager
                .createNativeQuery(FIND, Tuple.class)
                .setParameter("editor", key.editor())
                .setParameter("key", key.value())
                .getSingleResult();
    }

    private byte[] fingerprint(Object request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // A topic and an author of one name have the same JSON.
            digest.update(request.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
            return digest.digest(mapper.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request that Jackson read and cannot write", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
