package dev.broadsheet.localstack.launch;

import java.nio.file.Path;
import java.util.Map;

/** A service as the launcher would start it, for those who start one themselves: a second replica, or one service alone. */
public final class ServiceCommand {

    private ServiceCommand() {}

    /**
     * @param module the service's folder in the checkout
     * @param variables what a person would set: the home folder, ports
     */
    public static ProcessBuilder of(String module, Path root, Map<String, String> variables) {
        Environment environment = new Environment(variables, root);
        // Keys and secrets are made where they are missing, and need a place.
        environment.home().create();
        ServiceLaunch launch = new ServiceLaunches(
                        environment, StackPorts.of(environment), ServiceDefinition.all(environment))
                .of(module);
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .directory(launch.workingFolder().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(launch.environment());
        return builder;
    }
}
