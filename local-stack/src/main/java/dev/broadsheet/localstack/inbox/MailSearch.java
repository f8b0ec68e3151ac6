package dev.broadsheet.localstack.inbox;

import dev.broadsheet.localstack.mail.HeldMail;
import dev.broadsheet.localstack.mail.Mailbox;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The useful part of Mailpit's search language: {@code to:}, {@code from:}, {@code subject:}, {@code message-id:} and plain
 * words, with quotes around what has spaces. All terms must fit. A whole address after {@code to:} is found by index.
 */
final class MailSearch {

    private static final Pattern TERM = Pattern.compile("(?:(\\w[\\w-]*):)?(?:\"([^\"]*)\"|(\\S+))");

    private final Mailbox mailbox;

    MailSearch(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Newest first. */
    List<HeldMail> find(String query) {
        String wholeAddress = null;
        List<Predicate<HeldMail>> conditions = new ArrayList<>();
        Matcher terms = TERM.matcher(query);
        while (terms.find()) {
            String field = terms.group(1) == null ? "" : terms.group(1).toLowerCase(Locale.ROOT);
            String value = (terms.group(2) == null ? terms.group(3) : terms.group(2)).toLowerCase(Locale.ROOT);
            if (field.equals("to") && wholeAddress == null && isWholeAddress(value)) {
                wholeAddress = value;
            } else {
                conditions.add(condition(field, value));
            }
        }
        Predicate<HeldMail> all = conditions.stream().reduce(mail -> true, Predicate::and);
        return wholeAddress == null
                ? mailbox.matching(all)
                : mailbox.to(wholeAddress).stream().filter(all).toList();
    }

    private static boolean isWholeAddress(String value) {
        int at = value.indexOf('@');
        return at > 0 && value.indexOf('.', at) > at;
    }

    private static Predicate<HeldMail> condition(String field, String value) {
        return switch (field) {
            case "to" -> mail -> isTo(mail, value);
            case "from" -> mail -> isFrom(mail, value);
            case "subject" -> mail -> hasSubject(mail, value);
            case "message-id" ->
                mail -> mail.messageId().toLowerCase(Locale.ROOT).contains(value);
            case "" -> mail -> isTo(mail, value) || isFrom(mail, value) || hasSubject(mail, value);
            default -> throw new IllegalArgumentException("this inbox does not search by " + field);
        };
    }

    private static boolean isTo(HeldMail mail, String value) {
        return mail.recipients().stream().anyMatch(recipient -> recipient.contains(value));
    }

    private static boolean isFrom(HeldMail mail, String value) {
        return mail.from().stream()
                .map(InternetAddress::toUnicodeString)
                .anyMatch(sender -> sender.toLowerCase(Locale.ROOT).contains(value));
    }

    private static boolean hasSubject(HeldMail mail, String value) {
        return mail.subject().toLowerCase(Locale.ROOT).contains(value);
    }
}
