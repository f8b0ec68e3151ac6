package dev.broadsheet.localstack.launch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A program that is ready at once, or, with no port, one that cannot start. */
final class StandIn {

    private StandIn() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.out.println("no port, no work");
            System.exit(3);
        }
        int port = Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("ready as " + ProcessHandle.current().pid());
    }
}
