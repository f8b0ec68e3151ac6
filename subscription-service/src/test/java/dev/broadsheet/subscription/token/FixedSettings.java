package dev.broadsheet.subscription.token;

import java.util.Optional;

record FixedSettings(Optional<String> secret, Optional<String> previousSecret) implements TokenSettings {}
