package dev.broadsheet.localstack.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a program is started. {@code readiness} answers 200 once it can work. */
record ServiceLaunch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path workingFolder,
        Path logFile,
        Path pidFile,
        URI readiness) {}
