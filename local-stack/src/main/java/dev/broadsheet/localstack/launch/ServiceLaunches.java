package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.StackException;
import dev.broadsheet.localstack.keys.ServiceSecret;
import dev.broadsheet.localstack.keys.SigningKeys;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns definitions into commands and environments: how services find the stack and each other. */
final class ServiceLaunches {

    static final String ISSUER = "https://broadsheet.local/issuer";

    /** All mail to the domain that notification-service gives as the one of its return paths. */
    private static final String RETURNS = "*@broadsheet.example";

    /** Six JVMs share a laptop: 2.7 s to readiness and some 210 MB each; the full compiler takes longer than it gives. */
    private static final String USUAL_JAVA_OPTIONS = "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private final Environment environment;
    private final StackPorts stack;
    private final List<ServiceDefinition> services;

    ServiceLaunches(Environment environment, StackPorts stack, List<ServiceDefinition> services) {
        this.environment = environment;
        this.stack = stack;
        this.services = services;
    }

    List<ServiceLaunch> all() {
        return services.stream().map(this::launch).toList();
    }

    /** One of them, by its folder. */
    ServiceLaunch of(String module) {
        return services.stream()
                .filter(service -> service.module().equals(module))
                .findFirst()
                .map(this::launch)
                .orElseThrow(() -> new StackException("There is no service " + module));
    }

    private ServiceLaunch launch(ServiceDefinition service) {
        if (Files.notExists(service.jar())) {
            throw new StackException(
                    service.module() + " is not built: " + service.jar() + " is missing. Run `./mvnw package`.");
        }
        HomeFolder home = environment.home();
        return new ServiceLaunch(
                service.module(),
                command(service),
                variables(service),
                home.run(),
                home.logs().resolve(service.module() + ".log"),
                home.run().resolve(service.module() + ".pid"),
                URI.create(service.management().url() + "/q/health/ready"));
    }

    private List<String> command(ServiceDefinition service) {
        List<String> command = new ArrayList<>();
        command.add(JavaProgram.path());
        command.addAll(List.of(environment
                .text("BROADSHEET_SERVICE_JAVA_OPTIONS")
                .orElse(USUAL_JAVA_OPTIONS)
                .trim()
                .split("\\s+")));
        command.add("-jar");
        command.add(service.jar().toString());
        return command;
    }

    private Map<String, String> variables(ServiceDefinition service) {
        HomeFolder home = environment.home();
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_HTTP_HOST", "localhost");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(service.http().number()));
        variables.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        variables.put(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(service.management().number()));
        variables.put("BROADSHEET_PUBLIC_URL", publicUrl());
        if (service.key().equals(ServiceDefinition.GATEWAY)) {
            services.stream()
                    .filter(upstream -> upstream != service)
                    .forEach(upstream -> variables.put(
                            "BROADSHEET_GATEWAY_UPSTREAMS_" + upstream.key() + "_URL",
                            upstream.http().url()));
            // The site calls the gateway for its readers, from this machine.
            variables.put("BROADSHEET_GATEWAY_TRUSTED_PROXIES", "127.0.0.0/8,::1");
            return variables;
        }
        if (service.key().equals(ServiceDefinition.FRONTEND)) {
            variables.put("BROADSHEET_GATEWAY_URL", publicUrl());
            return variables;
        }
        variables.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + stack.kafka().number());
        variables.put("BROADSHEET_RELAYS_MAIN_HOST", "localhost");
        variables.put(
                "BROADSHEET_RELAYS_MAIN_PORT", Integer.toString(stack.smtp().number()));
        variables.put("MP_JWT_VERIFY_ISSUER", ISSUER);
        variables.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", publicKey(home.keys()));
        variables.put("BROADSHEET_TOKENS_SECRET", ServiceSecret.ofLinks(home.keys()));
        variables.put("BROADSHEET_SUPPRESSIONS_SECRET", ServiceSecret.ofSuppressions(home.keys()));
        variables.put("BROADSHEET_MAIL_RETURN_PATH_SECRET", ServiceSecret.ofReturnPaths(home.keys()));
        variables.put("BROADSHEET_MAILBOX_HOST", "localhost");
        variables.put("BROADSHEET_MAILBOX_PORT", Integer.toString(stack.imap().number()));
        variables.put("BROADSHEET_MAILBOX_USER", RETURNS);
        variables.put("BROADSHEET_MAILBOX_TLS", "none");
        service.database().ifPresent(database -> {
            variables.put(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://localhost:" + stack.postgres().number() + "/" + database);
            variables.put("QUARKUS_DATASOURCE_USERNAME", database);
            variables.put("QUARKUS_DATASOURCE_PASSWORD", database);
        });
        return variables;
    }

    private String publicUrl() {
        return services.stream()
                .filter(service -> service.key().equals(ServiceDefinition.GATEWAY))
                .findFirst()
                .orElseThrow()
                .http()
                .url();
    }

    private static String publicKey(Path keys) {
        return SigningKeys.in(keys).publicKey().toUri().toString();
    }
}
