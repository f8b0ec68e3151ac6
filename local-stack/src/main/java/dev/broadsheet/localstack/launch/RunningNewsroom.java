package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.Tokens;
import dev.broadsheet.localstack.keys.SigningKeys;
import java.net.URI;
import java.util.Optional;

/** The newsroom that is up on this machine; one that had to be started for it is stopped again when this is closed. */
public final class RunningNewsroom implements AutoCloseable {

    private final Environment environment;
    private final Optional<Up> started;

    private RunningNewsroom(Environment environment, Optional<Up> started) {
        this.environment = environment;
        this.started = started;
    }

    /** The one that is up, or a new one. */
    public static RunningNewsroom findOrStart() {
        Environment environment = Environment.ofProcess();
        if (isUp(environment)) {
            return new RunningNewsroom(environment, Optional.empty());
        }
        Up up = new Up(environment, new Console(System.out), false, true);
        up.prepare(false);
        Runtime.getRuntime().addShutdownHook(new Thread(up::stop, "stop"));
        up.start();
        return new RunningNewsroom(environment, Optional.of(up));
    }

    public Api api() {
        SigningKeys keys = SigningKeys.in(environment.home().keys());
        return new Api(
                URI.create(gateway(environment).http().url()), new Tokens(keys.privateKey(), ServiceLaunches.ISSUER));
    }

    public Inbox inbox() {
        return new Inbox(URI.create(StackPorts.of(environment).inbox().url()));
    }

    public String bootstrapServers() {
        return "localhost:" + StackPorts.of(environment).kafka().number();
    }

    @Override
    public void close() {
        started.ifPresent(Up::stop);
    }

    private static boolean isUp(Environment environment) {
        return new Readiness(URI.create(gateway(environment).management().url() + "/q/health/ready")).isReached();
    }

    private static ServiceDefinition gateway(Environment environment) {
        return ServiceDefinition.all(environment).stream()
                .filter(service -> service.key().equals(ServiceDefinition.GATEWAY))
                .findFirst()
                .orElseThrow();
    }
}
