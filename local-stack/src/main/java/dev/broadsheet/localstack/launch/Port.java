package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * @param usedBy who listens there
 * @param variable the environment variable that changes the number
 */
record Port(int number, String usedBy, String variable) {

    String url() {
        return "http://localhost:" + number;
    }

    /** Before anything is started: the ports are free, and nobody wants the same one as another. */
    static void requireFree(Collection<Port> ports) {
        Map<Integer, Port> seen = new HashMap<>();
        for (Port port : ports) {
            Port other = seen.put(port.number(), port);
            if (other != null) {
                throw new StackException("Port " + port.number() + " is meant for both " + other.usedBy() + " and "
                        + port.usedBy() + ": change " + other.variable() + " or " + port.variable() + ".");
            }
            port.requireFree();
        }
    }

    private void requireFree() {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do: connections of an earlier run that are still winding down do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("localhost"), number));
        } catch (IOException e) {
            throw new StackException("Port " + number + " is taken, and " + usedBy
                    + " needs it: stop what uses it, or choose another port with " + variable + ", as in `" + variable
                    + "=" + (number < 50_000 ? number + 10_000 : number - 10_000) + " ./broadsheet up`.");
        }
    }
}
