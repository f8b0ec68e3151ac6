package dev.broadsheet.benchmarks.newsroom;

import dev.broadsheet.localstack.testing.FreePorts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ports that nobody uses, by the names that the launcher's environment variables have for them. */
public record Ports(Map<String, Integer> byName) {

    private static final List<String> SERVERS =
            List.of("KAFKA", "KAFKA_CONTROLLER", "POSTGRES", "SMTP", "IMAP", "INBOX");
    private static final List<String> SERVICES =
            List.of("GATEWAY", "SUBSCRIPTION", "ARTICLE", "NOTIFICATION", "FRONTEND");

    public static Ports free() {
        FreePorts free = new FreePorts();
        Map<String, Integer> byName = new TreeMap<>();
        SERVERS.forEach(name -> byName.put(name, free.next()));
        for (String name : SERVICES) {
            byName.put(name, free.next());
            byName.put(name + "_MANAGEMENT", free.next());
        }
        return new Ports(byName);
    }

    public int of(String name) {
        return byName.get(name);
    }

    public Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        byName.forEach((name, port) -> variables.put("BROADSHEET_" + name + "_PORT", Integer.toString(port)));
        return variables;
    }
}
