package dev.broadsheet.localstack.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The newest mails, in memory, found by recipient without looking at the others. The oldest give way. */
public final class Mailbox {

    private final Limits limits;
    private final Deque<HeldMail> newestFirst = new ArrayDeque<>();
    private final Map<String, HeldMail> byId = new HashMap<>();
    private final Map<String, Deque<HeldMail>> byRecipient = new HashMap<>();
    private Consumer<HeldMail> onDropped = mail -> {};
    private long octets;

    /** Whichever is reached first. */
    public record Limits(int mails, long octets) {}

    public Mailbox(Limits limits) {
        this.limits = limits;
    }

    /** Who else refers to mails and has to let go of those that are dropped. */
    synchronized void onDropped(Consumer<HeldMail> listener) {
        this.onDropped = listener;
    }

    public synchronized void add(HeldMail mail) {
        newestFirst.addFirst(mail);
        byId.put(mail.id(), mail);
        mail.recipients()
                .forEach(recipient -> byRecipient
                        .computeIfAbsent(recipient, unknown -> new ArrayDeque<>(1))
                        .addFirst(mail));
        octets += mail.size();
        while (newestFirst.size() > limits.mails() || (octets > limits.octets() && newestFirst.size() > 1)) {
            dropOldest();
        }
    }

    public synchronized int size() {
        return newestFirst.size();
    }

    public synchronized Optional<HeldMail> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public synchronized Optional<HeldMail> newest() {
        return Optional.ofNullable(newestFirst.peekFirst());
    }

    /** Newest first. */
    public synchronized List<HeldMail> newest(int start, int limit) {
        return newestFirst.stream().skip(start).limit(limit).toList();
    }

    /** Newest first; {@code recipient} is a whole address. */
    public synchronized List<HeldMail> to(String recipient) {
        return List.copyOf(byRecipient.getOrDefault(HeldMail.normalised(recipient), new ArrayDeque<>()));
    }

    /** Newest first. */
    public synchronized List<HeldMail> matching(Predicate<HeldMail> wanted) {
        return newestFirst.stream().filter(wanted).toList();
    }

    public synchronized void remove(List<String> ids) {
        for (String id : ids) {
            HeldMail mail = byId.get(id);
            if (mail != null) {
                newestFirst.remove(mail);
                forget(mail);
            }
        }
    }

    public synchronized void clear() {
        List<HeldMail> all = new ArrayList<>(newestFirst);
        newestFirst.clear();
        all.forEach(this::forget);
    }

    private void dropOldest() {
        forget(newestFirst.removeLast());
    }

    private void forget(HeldMail mail) {
        byId.remove(mail.id());
        for (String recipient : mail.recipients()) {
            Deque<HeldMail> mails = byRecipient.get(recipient);
            mails.remove(mail);
            if (mails.isEmpty()) {
                byRecipient.remove(recipient);
            }
        }
        octets -= mail.size();
        onDropped.accept(mail);
    }
}
