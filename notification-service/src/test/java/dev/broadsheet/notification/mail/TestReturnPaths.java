package dev.broadsheet.notification.mail;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Return paths without a service around them. */
public final class TestReturnPaths {

    public static final String DOMAIN = "returns.broadsheet.example";

    private TestReturnPaths() {}

    public static ReturnPaths signedBy(String secret) {
        return of(Map.of("broadsheet.mail.return-path-secret", base64(secret)));
    }

    static ReturnPaths of(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("broadsheet.mail.return-path-domain", DOMAIN);
        return new ReturnPaths(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ReturnPathConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(ReturnPathConfig.class));
    }

    static String base64(String secret) {
        return Base64.getEncoder().encodeToString(secret.repeat(32).getBytes());
    }
}
