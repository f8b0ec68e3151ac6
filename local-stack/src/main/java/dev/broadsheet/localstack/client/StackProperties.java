package dev.broadsheet.localstack.client;

/**
 * The system properties through which tests find the stack. Quarkus loads tests a second time in a class loader of its own,
 * where static fields are other fields; system properties are the same everywhere.
 */
public final class StackProperties {

    public static final String BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";
    public static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    public static final String JDBC_USERNAME = "quarkus.datasource.username";
    public static final String JDBC_PASSWORD = "quarkus.datasource.password";
    public static final String RELAY_HOST = "broadsheet.relays.main.host";
    public static final String RELAY_PORT = "broadsheet.relays.main.port";
    public static final String TOKENS_PUBLIC_KEY = "mp.jwt.verify.publickey.location";
    public static final String TOKENS_ISSUER = "mp.jwt.verify.issuer";
    public static final String TOKENS_KEY = "broadsheet.test.tokens.key";
    public static final String IMAP_PORT = "broadsheet.test.imap.port";
    public static final String INBOX_URL = "broadsheet.test.inbox.url";
    public static final String CONTROL_URL = "broadsheet.test.control.url";

    private StackProperties() {}

    static String require(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "The test stack has not set " + property
                            + ". Is there a local-stack.properties in src/test/resources, and does its list of parts have this one?");
        }
        return value;
    }
}
