package dev.broadsheet.localstack.launch;

import java.util.List;

/** Where the stack's own servers listen. */
record StackPorts(Port kafka, Port kafkaController, Port postgres, Port smtp, Port imap, Port inbox) {

    static StackPorts of(Environment environment) {
        return new StackPorts(
                environment.port("BROADSHEET_KAFKA_PORT", 9092, "Kafka"),
                environment.port("BROADSHEET_KAFKA_CONTROLLER_PORT", 9093, "Kafka's controller"),
                environment.port("BROADSHEET_POSTGRES_PORT", 15432, "PostgreSQL"),
                environment.port("BROADSHEET_SMTP_PORT", 1025, "the SMTP server"),
                environment.port("BROADSHEET_IMAP_PORT", 1143, "the IMAP server"),
                environment.port("BROADSHEET_INBOX_PORT", 8025, "the inbox page"));
    }

    List<Port> all() {
        return List.of(kafka, kafkaController, postgres, smtp, imap, inbox);
    }
}
