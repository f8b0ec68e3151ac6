package dev.broadsheet.localstack.kafka;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the broker's own log at warnings: it tells some 400 lines of a normal start. The clients' loggers are left alone,
 * they belong to the service under test.
 */
final class BrokerLogging {

    /** Held, because java.util.logging forgets the level of a logger that nobody refers to. */
    private static final List<Logger> BROKER_LOGGERS = List.of(
            Logger.getLogger("kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("org.apache.kafka.common.config.AbstractConfig"),
            Logger.getLogger("org.apache.kafka.common.network"),
            Logger.getLogger("org.apache.kafka.common.utils"),
            Logger.getLogger("org.apache.kafka.controller"),
            Logger.getLogger("org.apache.kafka.coordinator"),
            Logger.getLogger("org.apache.kafka.image"),
            Logger.getLogger("org.apache.kafka.metadata"),
            Logger.getLogger("org.apache.kafka.network"),
            Logger.getLogger("org.apache.kafka.queue"),
            Logger.getLogger("org.apache.kafka.raft"),
            Logger.getLogger("org.apache.kafka.server"),
            Logger.getLogger("org.apache.kafka.snapshot"),
            Logger.getLogger("org.apache.kafka.storage"));

    private static final Logger CONTROLLER = Logger.getLogger("org.apache.kafka.controller.QuorumController");

    private BrokerLogging() {}

    static void quieten() {
        // One class of the broker insists on Log4j's API, which would complain on stderr that nothing is behind it.
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        BROKER_LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
        // It warns of every normal start.
        CONTROLLER.setLevel(Level.SEVERE);
    }
}
