package dev.broadsheet.localstack.inbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.localstack.mail.HeldMail;
import dev.broadsheet.localstack.mail.MailContent;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mails in the words of Mailpit's API v1. Nothing is ever marked as read. */
final class MailpitJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern LINK = Pattern.compile("<([^>]+)>");

    private MailpitJson() {}

    static ObjectNode page(int total, int matching, int start, List<HeldMail> mails)
            throws MessagingException, IOException {
        ObjectNode page = JSON.objectNode();
        page.put("total", total);
        page.put("unread", total);
        page.put("count", mails.size());
        page.put("messages_count", matching);
        page.put("messages_unread", matching);
        page.put("start", start);
        page.putArray("tags");
        ArrayNode messages = page.putArray("messages");
        for (HeldMail mail : mails) {
            MailContent content = MailContent.of(mail);
            ObjectNode summary = common(mail);
            summary.put("Read", false);
            summary.put("Created", mail.receivedAt().toString());
            summary.put("Attachments", content.attachments().size());
            summary.put("Snippet", content.snippet());
            messages.add(summary);
        }
        return page;
    }

    static ObjectNode message(HeldMail mail) throws MessagingException, IOException {
        MailContent content = MailContent.of(mail);
        ObjectNode message = common(mail);
        message.put("ReturnPath", mail.message().getHeader("Return-Path", "").replaceAll("[<>]", ""));
        message.put("Date", mail.receivedAt().toString());
        message.put("Text", content.text());
        message.put("HTML", content.html());
        message.set("ListUnsubscribe", listUnsubscribe(mail));
        message.putArray("Inline");
        ArrayNode attachments = message.putArray("Attachments");
        content.attachments()
                .forEach(attachment -> attachments
                        .addObject()
                        .put("FileName", attachment.fileName())
                        .put("ContentType", attachment.contentType())
                        .put("Size", attachment.size()));
        return message;
    }

    static ObjectNode headers(HeldMail mail) throws MessagingException {
        ObjectNode headers = JSON.objectNode();
        for (Header header : Collections.list(mail.message().getAllHeaders())) {
            headers.withArray("/" + header.getName().replace("~", "~0").replace("/", "~1"))
                    .add(header.getValue());
        }
        return headers;
    }

    private static ObjectNode common(HeldMail mail) {
        ObjectNode common = JSON.objectNode();
        common.put("ID", mail.id());
        common.put("MessageID", mail.messageId());
        common.set(
                "From",
                mail.from().isEmpty() ? JSON.nullNode() : address(mail.from().get(0)));
        common.set("To", addresses(mail.to()));
        common.set("Cc", addresses(mail.cc()));
        common.putArray("Bcc");
        common.set("ReplyTo", addresses(mail.replyTo()));
        common.put("Subject", mail.subject());
        common.put("Size", mail.size());
        common.put("Username", "");
        common.putArray("Tags");
        return common;
    }

    private static ArrayNode addresses(List<InternetAddress> addresses) {
        ArrayNode array = JSON.arrayNode();
        addresses.forEach(address -> array.add(address(address)));
        return array;
    }

    private static ObjectNode address(InternetAddress address) {
        return JSON.objectNode()
                .put("Name", address.getPersonal() == null ? "" : address.getPersonal())
                .put("Address", address.getAddress());
    }

    private static ObjectNode listUnsubscribe(HeldMail mail) throws MessagingException {
        String header = mail.message().getHeader("List-Unsubscribe", ", ");
        String post = mail.message().getHeader("List-Unsubscribe-Post", ", ");
        ObjectNode list = JSON.objectNode();
        list.put("Header", header == null ? "" : header);
        list.put("HeaderPost", post == null ? "" : post);
        list.put("Errors", "");
        ArrayNode links = list.putArray("Links");
        Matcher link = LINK.matcher(header == null ? "" : header);
        while (link.find()) {
            links.add(link.group(1));
        }
        return list;
    }
}
