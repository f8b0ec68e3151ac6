package dev.broadsheet.notification.mailbox;

import dev.broadsheet.notification.bounce.Report;
import java.time.Instant;

/** What a mail in the mailbox says. */
sealed interface Finding {

    /** How it is counted. */
    String outcome();

    /** A mail of ours came back, or was reported. */
    record Reported(Report report) implements Finding {

        @Override
        public String outcome() {
            return report.what() == Report.What.COMPLAINT ? "complaint" : "bounce";
        }
    }

    /** Somebody asks to leave a newsletter. */
    record Leaving(String token, String messageId, Instant at) implements Finding {

        @Override
        public String outcome() {
            return "unsubscribe";
        }

        /** Without the token, which must not reach a log. */
        @Override
        public String toString() {
            return "Leaving[withheld]";
        }
    }

    /** It is understood, and nothing follows: an automatic reply, or a report that a mail is late. */
    record Nothing() implements Finding {

        @Override
        public String outcome() {
            return "nothing";
        }
    }

    /** It is not understood. */
    record Unclear() implements Finding {

        @Override
        public String outcome() {
            return "unclear";
        }
    }
}
