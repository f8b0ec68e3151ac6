package dev.broadsheet.benchmarks.deliveries;

import dev.broadsheet.localstack.keys.SigningKeys;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What notification-service is told for a variant, as environment variables. */
final class SenderSettings {

    /** Of all addresses that the editions here come from. */
    private static final String DOMAIN = "broadsheet.example";

    private SenderSettings() {}

    /**
     * @param folder for the key that signs
     */
    static Map<String, String> of(Variant variant, DeliveriesPlan plan, Path folder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("BROADSHEET_RELAYS_MAIN_MAX_CONNECTIONS", Integer.toString(plan.connections()));
        if (variant.isSigning()) {
            settings.put("BROADSHEET_DKIM_MAIN_DOMAIN", DOMAIN);
            settings.put("BROADSHEET_DKIM_MAIN_SELECTOR", "benchmark");
            settings.put(
                    "BROADSHEET_DKIM_MAIN_PRIVATE_KEY",
                    SigningKeys.in(folder).privateKey().toString());
        }
        return settings;
    }
}
