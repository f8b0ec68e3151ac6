package dev.broadsheet.subscription.suppression;

import dev.broadsheet.subscription.address.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/** Addresses that get no mail, whoever asks. Only keyed hashes are kept: see {@link AddressHashes}. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Suppressions {

    /** Of two reasons the first stays, except that a complaint outweighs a bounce. */
    private static final String ADD = """
            INSERT INTO suppression (address_hash, reason, since) VALUES (:hash, :reason, :since)
            ON CONFLICT (address_hash) DO UPDATE SET reason = excluded.reason
                WHERE suppression.reason = 'BOUNCED' AND excluded.reason <> 'BOUNCED'""";

    /** An array is one parameter, however many addresses: an import asks for thousands at once. */
    private static final String FIND = "SELECT address_hash FROM suppression WHERE address_hash = ANY (?)";

    private static final String REMOVE = "DELETE FROM suppression WHERE address_hash = :hash";

    private final Session session;
    private final AddressHashes hashes;
    private final SuppressionRepository repository;

    Suppressions(Session session, AddressHashes hashes, SuppressionRepository repository) {
        this.session = session;
        this.hashes = hashes;
        this.repository = repository;
    }

    /** False if it was on the list before, for a reason that stays. */
    public boolean add(EmailAddress address, SuppressionReason reason, Instant now) {
        return session.createNativeMutationQuery(ADD)
                        .setParameter("hash", hashes.of(address))
                        .setParameter("reason", reason.name())
                        .setParameter("since", now)
                        .executeUpdate()
                == 1;
    }

    /** Those of the addresses (by {@link EmailAddress#key()}) that get no mail. */
    public Set<String> among(Collection<String> emailKeys) {
        if (emailKeys.isEmpty()) {
            return Set.of();
        }
        Map<ByteBuffer, String> keysByHash = new HashMap<>();
        emailKeys.forEach(key -> keysByHash.put(ByteBuffer.wrap(hashes.ofKey(key)), key));
        Set<String> found = new HashSet<>();
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                byte[][] asked =
                        keysByHash.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
                statement.setArray(1, connection.createArrayOf("bytea", asked));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(keysByHash.get(ByteBuffer.wrap(rows.getBytes(1))));
                    }
                }
            }
        });
        return found;
    }

    /** Whether this address gets no mail. */
    public boolean holds(EmailAddress address) {
        return !among(List.of(address.key())).isEmpty();
    }

    /**
     * Keeps operators from adding to the list until the transaction ends. An import calls it before it locks or makes any
     * reader, so that no address is suppressed between its look at the list and its commit.
     */
    public void holdStill() {
        repository.lockOutOperators();
    }

    /** By what operators call the address on the list: its hash, in hexadecimal digits. */
    @Transactional(TxType.SUPPORTS)
    public String idOf(EmailAddress address) {
        return HexFormat.of().formatHex(hashes.of(address));
    }

    /** False if it was not on the list. */
    public boolean remove(EmailAddress address) {
        return remove(idOf(address));
    }

    boolean remove(String id) {
        return session.createNativeMutationQuery(REMOVE)
                        .setParameter("hash", HexFormat.of().parseHex(id))
                        .executeUpdate()
                == 1;
    }
}
