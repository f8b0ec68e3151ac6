package dev.broadsheet.localstack;

/** A server of the stack. It can be stopped and started again at will, which is how tests prove that outages lose nothing. */
public interface StackPart {

    /** For people: "Kafka", "PostgreSQL", "Mail". */
    String title();

    /** Returns when clients can be served. Starting what runs does nothing. */
    void start();

    /** Returns when the ports are free again. Data stay. Stopping what does not run does nothing. */
    void stop();
}
