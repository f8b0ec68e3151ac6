package dev.broadsheet.notification.relay;

import io.netty.handler.codec.smtp.SmtpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A relay's answer, and what it means for the mail (RFC 5321 4.2, RFC 3463, RFC 2034).
 *
 * <ul>
 *   <li>2xx after the content: taken.
 *   <li>4xx: deferred, whatever the enhanced code says.
 *   <li>5xx with an enhanced code 4.x.x: deferred. Where the two disagree the milder one is believed; trying again costs
 *       less than a reader.
 *   <li>5xx that speaks of the relay or of us, not of this mail: deferred, because the operator can mend it and a whole
 *       edition would be refused for good meanwhile. These are x.3.y (the mail system; not x.3.4, too big), x.5.y (the
 *       dialogue), x.1.7 and x.1.8 (the sender), and x.7.y (security, policy) before the content was seen; without an
 *       enhanced code 500, 502, 503, 504 (the dialogue) and 530, 534, 535, 538 (who are you?).
 *   <li>Every other 5xx: refused.
 * </ul>
 *
 * @param code basic code
 * @param status enhanced code; null where there is none
 */
record Reply(int code, String status) {

    static final int CLOSING = 421;

    private static final Pattern ENHANCED = Pattern.compile("([245])\\.(\\d{1,3})\\.(\\d{1,3})(?=\\s|$)");
    private static final Set<Integer> OF_THE_DIALOGUE = Set.of(500, 502, 503, 504, 530, 534, 535, 538);
    private static final Set<String> TOO_BIG = Set.of("5.3.4");
    private static final Set<String> OF_THE_SENDER = Set.of("5.1.7", "5.1.8");

    static Reply of(SmtpResponse response) {
        int code = response.code();
        if (code >= 200 && code < 400) {
            return new Reply(code, null);
        }
        return new Reply(code, enhanced(response.details()));
    }

    private static String enhanced(List<CharSequence> details) {
        if (details.isEmpty()) {
            return null;
        }
        Matcher matcher = ENHANCED.matcher(details.get(0));
        return matcher.lookingAt() ? matcher.group() : null;
    }

    boolean isPositive() {
        return code >= 200 && code < 300;
    }

    boolean asksForMore() {
        return code >= 300 && code < 400;
    }

    boolean isRefusal() {
        return code >= 400 && code < 600;
    }

    /** What a refusal means for the mail. */
    Outcome refusal(boolean contentSeen) {
        boolean forGood = code >= 500 && !mayPass(contentSeen);
        return new Outcome(forGood ? Outcome.Result.REFUSED : Outcome.Result.DEFERRED, status, words());
    }

    private boolean mayPass(boolean contentSeen) {
        if (status == null) {
            return OF_THE_DIALOGUE.contains(code);
        }
        return status.startsWith("4.")
                || OF_THE_SENDER.contains(status)
                || (status.startsWith("5.3.") && !TOO_BIG.contains(status))
                || status.startsWith("5.5.")
                || (status.startsWith("5.7.") && !contentSeen);
    }

    String words() {
        return "SMTP " + code;
    }
}
