package dev.broadsheet.notification.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The service's own reader takes turns with this test. */
@QuarkusTest
class MailboxLeadTest {

    @Inject
    DataSource dataSource;

    @Test
    void oneReadsAtATime() throws Exception {
        try (MailboxLead lead = awaitLead()) {
            assertThat(MailboxLead.tryToTake(dataSource)).isEmpty();
        }
        awaitLead().close();
    }

    private MailboxLead awaitLead() {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> MailboxLead.tryToTake(dataSource), Optional::isPresent)
                .orElseThrow();
    }
}
