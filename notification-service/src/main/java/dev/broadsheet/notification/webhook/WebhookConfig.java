package dev.broadsheet.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who may report mail that came back, and how they prove it. Each way is closed (404) unless it is set up here. */
@ConfigMapping(prefix = "broadsheet.webhooks")
interface WebhookConfig {

    Generic generic();

    Ses ses();

    Postmark postmark();

    /** Anybody who signs as the Standard Webhooks specification says. */
    interface Generic {

        /** {@code whsec_} and base64 of 24 to 64 bytes. Several while one takes the place of another. */
        Optional<List<String>> secrets();
    }

    /** Amazon SES over SNS. */
    interface Ses {

        /** The topics whose messages are taken; a subscription to them is confirmed. */
        Optional<List<String>> topicArns();

        /** Where certificates of SNS are; a regular expression for the whole URL. */
        @WithDefault("https://sns[.][a-z0-9-]{3,40}[.]amazonaws[.]com([.]cn)?/[A-Za-z0-9._-]{1,200}[.]pem")
        String certificateUrls();
    }

    interface Postmark {

        /** As the password of HTTP Basic, or in the header {@code X-Broadsheet-Secret}. Several for a rotation. */
        Optional<List<String>> secrets();
    }
}
