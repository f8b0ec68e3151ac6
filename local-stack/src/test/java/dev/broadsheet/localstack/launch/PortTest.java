package dev.broadsheet.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void aTakenPortIsNamedWithWhatNeedsItAndHowToChangeIt() throws Exception {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.getByName("localhost"), 0));
            Port port = new Port(other.getLocalPort(), "Kafka", "BROADSHEET_KAFKA_PORT");
            assertThatThrownBy(() -> Port.requireFree(List.of(port)))
                    .hasMessageStartingWith("Port " + other.getLocalPort() + " is taken, and Kafka needs it")
                    .hasMessageContaining("BROADSHEET_KAFKA_PORT=");
        }
    }

    @Test
    void twoServersCannotHaveTheSamePort() {
        assertThatThrownBy(() -> Port.requireFree(List.of(
                        new Port(20_999, "Kafka", "BROADSHEET_KAFKA_PORT"),
                        new Port(20_999, "gateway", "BROADSHEET_GATEWAY_PORT"))))
                .hasMessageContaining("both Kafka and gateway");
    }

    @Test
    void portsComeFromTheEnvironmentAndMustBeNumbers() {
        assertThat(environment("19092")
                        .port("BROADSHEET_KAFKA_PORT", 9092, "Kafka")
                        .number())
                .isEqualTo(19_092);
        assertThat(environment(" ").port("BROADSHEET_KAFKA_PORT", 9092, "Kafka").number())
                .isEqualTo(9092);
        for (String wrong : List.of("x", "0", "70000")) {
            Environment environment = environment(wrong);
            assertThatThrownBy(() -> environment.port("BROADSHEET_KAFKA_PORT", 9092, "Kafka"))
                    .hasMessageContaining("BROADSHEET_KAFKA_PORT must be a port number");
        }
    }

    private static Environment environment(String port) {
        return new Environment(Map.of("BROADSHEET_KAFKA_PORT", port), Path.of(""));
    }
}
