package dev.broadsheet.notification.editionmail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.broadsheet.notification.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The mails of editions, ready to be filled in. Those of editions that are closed are kept for a while. */
@ApplicationScoped
public class EditionMails {

    /** Some 100 KB each. */
    private static final int KEPT = 100;

    private static final Duration KEPT_FOR = Duration.ofMinutes(2);

    private final EditionContents contents;
    private final EditionMailWriter writer;
    private final Clock clock;
    private final Cache<Key, EditionMail> kept =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

    EditionMails(EditionContents contents, EditionMailWriter writer, Clock clock) {
        this.contents = contents;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * An edition in the language of a reader. Empty as long as its newsletter is not known here.
     *
     * @param locale the reader's, a BCP 47 tag
     */
    public Optional<EditionMail> of(UUID edition, String locale) {
        Key key = new Key(edition, Language.of(locale).tag());
        EditionMail mail = kept.getIfPresent(key);
        return mail == null ? make(key) : Optional.of(mail);
    }

    private Optional<EditionMail> make(Key key) {
        Optional<EditionContent> found = contents.find(key.edition());
        return found.map(content -> {
            Instant closedAt = content.closedAt();
            EditionMail mail =
                    writer.write(content, Language.of(key.language()), closedAt == null ? clock.instant() : closedAt);
            if (closedAt != null) {
                kept.put(key, mail);
            }
            return mail;
        });
    }

    private record Key(UUID edition, String language) {}
}
