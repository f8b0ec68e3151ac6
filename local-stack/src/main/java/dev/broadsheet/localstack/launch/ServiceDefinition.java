package dev.broadsheet.localstack.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One of our own programs.
 *
 * @param module its folder and its name
 * @param key how environment variables call it
 * @param database absent for those that keep nothing
 */
record ServiceDefinition(String module, String key, Port http, Port management, Optional<String> database, Path jar) {

    static final String GATEWAY = "GATEWAY";
    static final String FRONTEND = "FRONTEND";

    /** All that `up` starts. The frontend takes part from the day on which it is built. */
    static List<ServiceDefinition> all(Environment environment) {
        return List.of(
                        define(environment, "subscription-service", "SUBSCRIPTION", 8081, 9001, "subscription"),
                        define(environment, "article-service", "ARTICLE", 8082, 9002, "article"),
                        define(environment, "notification-service", "NOTIFICATION", 8083, 9003, "notification"),
                        define(environment, "frontend", FRONTEND, 8084, 9004, null),
                        define(environment, "gateway", GATEWAY, 8080, 9000, null))
                .stream()
                .filter(service -> !service.key().equals(FRONTEND) || Files.exists(service.jar()))
                .toList();
    }

    private static ServiceDefinition define(
            Environment environment, String module, String key, int http, int management, String database) {
        return new ServiceDefinition(
                module,
                key,
                environment.port("BROADSHEET_" + key + "_PORT", http, module),
                environment.port(
                        "BROADSHEET_" + key + "_MANAGEMENT_PORT", management, module + "'s health and metrics"),
                Optional.ofNullable(database),
                environment.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }
}
