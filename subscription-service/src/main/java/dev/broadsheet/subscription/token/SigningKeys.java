package dev.broadsheet.subscription.token;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The key that signs, and the one before it that still opens. Read at start: a service that cannot sign must not run. */
@Startup
@Singleton
class SigningKeys {

    private static final String SECRET = TokenSettings.PREFIX + ".secret";
    private static final String PREVIOUS_SECRET = TokenSettings.PREFIX + ".previous-secret";

    private final SigningKey current;
    private final List<SigningKey> accepted;

    SigningKeys(TokenSettings settings) {
        this.current = settings.secret()
                .map(secret -> SigningKey.parse(SECRET, secret))
                .orElseThrow(
                        () -> new IllegalStateException(SECRET + " (environment: BROADSHEET_TOKENS_SECRET) is not set."
                                + " It signs the links of mails: at least 32 random bytes in base64,"
                                + " as made by `openssl rand -base64 32`"));
        Optional<SigningKey> previous =
                settings.previousSecret().map(secret -> SigningKey.parse(PREVIOUS_SECRET, secret));
        this.accepted = Stream.concat(Stream.of(current), previous.stream()).toList();
    }

    SigningKey current() {
        return current;
    }

    List<SigningKey> accepted() {
        return accepted;
    }

    Optional<SigningKey> byId(String id) {
        return accepted.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
