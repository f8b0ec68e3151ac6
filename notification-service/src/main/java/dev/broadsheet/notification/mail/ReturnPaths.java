package dev.broadsheet.notification.mail;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/**
 * The envelope senders of our mail: each says which mail to whom it was (VERP), so that one that comes back is understood
 * whatever its report looks like. Signed: nobody can make up a report for a reader.
 *
 * <p>The local part is {@code b-} and 61 characters of base32 in lower case, for the reader's id, the mail's, and the first
 * 48 bits of an HMAC-SHA256 of both: 63 of the 64 that RFC 5321 allows, and the same in whatever case it comes back. Guessing
 * takes 2^47 mails on average, and gains one report about one mail.
 *
 * <p>Read at start: a service that cannot sign must not run.
 */
@Startup
@Singleton
public class ReturnPaths {

    private static final String PREFIX = "b-";
    private static final int IDS_BYTES = 32;
    private static final int SIGNATURE_BYTES = 6;
    private static final int ENCODED_LENGTH = 61;

    /** Anywhere in a text: forwarders wrap the address they forward for (SRS), and headers decorate it. */
    private static final Pattern LOCAL_PART =
            Pattern.compile(PREFIX + "([a-z2-7]{" + ENCODED_LENGTH + "})[@=]", Pattern.CASE_INSENSITIVE);

    private final ReturnPathKey current;
    private final List<ReturnPathKey> accepted;
    private final String domain;

    ReturnPaths(ReturnPathConfig config) {
        this.current = config.returnPathSecret()
                .map(secret -> ReturnPathKey.parse(ReturnPathKey.SETTING, secret))
                .orElseThrow(() -> new IllegalStateException(ReturnPathKey.SETTING
                        + " (environment: BROADSHEET_MAIL_RETURN_PATH_SECRET) is not set. It signs the addresses that mail"
                        + " comes back to: at least 32 random bytes in base64, as made by `openssl rand -base64 32`"));
        this.accepted = Stream.concat(
                        Stream.of(current),
                        config
                                .returnPathPreviousSecret()
                                .map(secret ->
                                        ReturnPathKey.parse("broadsheet.mail.return-path-previous-secret", secret))
                                .stream())
                .toList();
        this.domain = config.returnPathDomain();
    }

    /** Where a mail comes back to. The same each time, and so is what a provider deduplicates by. */
    public String of(UUID subscriber, UUID mail) {
        byte[] ids = ByteBuffer.allocate(IDS_BYTES)
                .putLong(subscriber.getMostSignificantBits())
                .putLong(subscriber.getLeastSignificantBits())
                .putLong(mail.getMostSignificantBits())
                .putLong(mail.getLeastSignificantBits())
                .array();
        byte[] signed = ByteBuffer.allocate(IDS_BYTES + SIGNATURE_BYTES)
                .put(ids)
                .put(signature(current, ids))
                .array();
        return PREFIX + encoded(signed) + "@" + domain;
    }

    /** Where mails that ask to leave a newsletter go; the token is their subject. */
    public String unsubscribeAddress() {
        return "unsubscribe@" + domain;
    }

    /** What a text that holds one of our addresses speaks of, such as an address or a header; empty if it holds none. */
    public Optional<Returned> parse(String text) {
        return text == null
                ? Optional.empty()
                : LOCAL_PART
                        .matcher(text)
                        .results()
                        .map(found -> open(found.group(1).toLowerCase(Locale.ROOT)))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private Optional<Returned> open(String encoded) {
        byte[] signed = new Base32().decode(encoded.toUpperCase(Locale.ROOT));
        if (!encoded(signed).equals(encoded)) {
            return Optional.empty();
        }
        byte[] ids = Arrays.copyOf(signed, IDS_BYTES);
        byte[] signature = Arrays.copyOfRange(signed, IDS_BYTES, signed.length);
        boolean genuine = accepted.stream().anyMatch(key -> MessageDigest.isEqual(signature(key, ids), signature));
        if (!genuine) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(ids);
        return Optional.of(new Returned(
                new UUID(buffer.getLong(), buffer.getLong()), new UUID(buffer.getLong(), buffer.getLong())));
    }

    private static String encoded(byte[] bytes) {
        return new Base32().encodeToString(bytes).replace("=", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] signature(ReturnPathKey key, byte[] ids) {
        return Arrays.copyOf(key.sign(ids), SIGNATURE_BYTES);
    }

    /**
     * A mail of ours that came back.
     *
     * @param subscriber whom it was for
     * @param mail the edition; or the mail itself where it is none
     */
    public record Returned(UUID subscriber, UUID mail) {}
}
