package dev.broadsheet.article.served;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;

/** A public answer as it goes out: the same bytes and headers for everyone who asks for the same address. */
public final class Served {

    /** RFC 9110, 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final int TAG_BYTES = 12;

    private final byte[] body;
    private final String contentType;
    private final EntityTag tag;
    private final Instant lastModified;
    private final Caching caching;
    private final UUID article;
    // Made once, because they are written with every answer.
    private final String tagHeader;
    private final String lastModifiedHeader;

    private Served(byte[] body, String contentType, Instant changed, Caching caching, UUID article) {
        this.body = body;
        this.contentType = contentType;
        this.tag = tag(body);
        this.lastModified = changed.truncatedTo(ChronoUnit.SECONDS);
        this.caching = caching;
        this.article = article;
        this.tagHeader = "\"" + tag.getValue() + "\"";
        this.lastModifiedHeader = HTTP_DATE.format(lastModified);
    }

    /** An answer that shows one article, and changes with no other. */
    public static Served ofArticle(UUID article, byte[] body, String contentType, Instant changed, Caching caching) {
        return new Served(body, contentType, changed, caching, article);
    }

    /**
     * An answer that may change with any article.
     *
     * @param changed when the public last saw a change of any; not the newest of those shown, because one that was taken
     *     out would turn the clock back
     */
    public static Served ofMany(byte[] body, String contentType, Instant changed, Caching caching) {
        return new Served(body, contentType, changed, caching, null);
    }

    boolean shows(UUID changed) {
        return article == null || article.equals(changed);
    }

    byte[] body() {
        return body;
    }

    /** A view of the bytes with positions of its own. */
    Buffer buffer() {
        return Buffer.buffer(body);
    }

    int size() {
        return body.length;
    }

    String contentType() {
        return contentType;
    }

    EntityTag tag() {
        return tag;
    }

    Date lastModified() {
        return Date.from(lastModified);
    }

    String tagHeader() {
        return tagHeader;
    }

    String lastModifiedHeader() {
        return lastModifiedHeader;
    }

    String cachingHeader() {
        return caching.header();
    }

    /** 96 bits of a SHA-256 of the bytes: equal answers have equal tags in every replica and after a restart. */
    private static EntityTag tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new EntityTag(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
