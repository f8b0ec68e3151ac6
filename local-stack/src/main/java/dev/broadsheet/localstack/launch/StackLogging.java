package dev.broadsheet.localstack.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the stack's own servers have to say: warnings, on stderr. */
public final class StackLogging {

    private static final Logger LOG = LoggerFactory.getLogger(StackLogging.class);

    private StackLogging() {}

    public static void configure() {
        try (InputStream settings = StackLogging.class.getResourceAsStream("/launcher-logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the logging settings", e);
        }
        // A mail client that is killed ends a thread of the mail server with an exception; a line says enough.
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LOG.warn("{} ended: {}", thread.getName(), failure.toString()));
    }
}
