package dev.broadsheet.notification.relay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The mails that wait for a connection: those that are no edition first, then one of each edition in turn. */
final class Lanes {

    private final Deque<HandOver> readerMails = new ArrayDeque<>();

    /** In the order of their turns. None is empty. */
    private final Map<UUID, Deque<HandOver>> editions = new LinkedHashMap<>();

    private int size;

    void add(HandOver mail) {
        lane(mail).addLast(mail);
        size++;
    }

    /** For a mail whose turn it was already. */
    void addFirst(HandOver mail) {
        lane(mail).addFirst(mail);
        size++;
    }

    private Deque<HandOver> lane(HandOver mail) {
        return mail.isReaderMail()
                ? readerMails
                : editions.computeIfAbsent(mail.lane().edition(), edition -> new ArrayDeque<>());
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Takes out the next that suits; null if there is none. */
    HandOver next(Predicate<HandOver> suits) {
        HandOver first = takeFirst(readerMails, suits);
        if (first != null) {
            return first;
        }
        for (Map.Entry<UUID, Deque<HandOver>> edition : editions.entrySet()) {
            HandOver mail = takeFirst(edition.getValue(), suits);
            if (mail != null) {
                toTheEnd(edition.getKey(), edition.getValue());
                return mail;
            }
        }
        return null;
    }

    private HandOver takeFirst(Deque<HandOver> lane, Predicate<HandOver> suits) {
        for (Iterator<HandOver> mails = lane.iterator(); mails.hasNext(); ) {
            HandOver mail = mails.next();
            if (suits.test(mail)) {
                mails.remove();
                size--;
                return mail;
            }
            if (!mail.isPicky()) {
                // What does not suit now suits none of those behind it either.
                return null;
            }
        }
        return null;
    }

    private void toTheEnd(UUID edition, Deque<HandOver> lane) {
        editions.remove(edition);
        if (!lane.isEmpty()) {
            editions.put(edition, lane);
        }
    }

    /** Takes out all that match. */
    List<HandOver> takeAll(Predicate<HandOver> matching) {
        List<HandOver> taken = new ArrayList<>();
        List<Deque<HandOver>> lanes = new ArrayList<>(editions.values());
        lanes.add(readerMails);
        for (Deque<HandOver> lane : lanes) {
            lane.removeIf(mail -> matching.test(mail) && taken.add(mail));
        }
        editions.values().removeIf(Deque::isEmpty);
        size -= taken.size();
        return taken;
    }
}
