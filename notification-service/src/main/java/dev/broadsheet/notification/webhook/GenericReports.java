package dev.broadsheet.notification.webhook;

import dev.broadsheet.notification.bounce.Report;
import dev.broadsheet.notification.bounce.StatusCode;
import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.problems.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The body of a generic webhook. */
record GenericReports(List<Item> events) {

    private static final int MOST = 1000;

    /**
     * @param type what it is: {@code bounce} or {@code complaint}
     * @param kind of a bounce: {@code hard} or {@code soft}; without it the status decides
     */
    record Item(Type type, String returnPath, String email, Kind kind, String status, Instant at) {

        Report.What what() {
            if (type == Type.complaint) {
                return Report.What.COMPLAINT;
            }
            boolean hard = kind == null
                    ? StatusCode.in(status).filter(StatusCode::isHard).isPresent()
                    : kind == Kind.hard;
            return hard ? Report.What.HARD : Report.What.SOFT;
        }

        /** Without addresses. */
        @Override
        public String toString() {
            return "Item[" + type + "]";
        }
    }

    /** As they stand in the JSON. */
    enum Type {
        bounce,
        complaint
    }

    /** As they stand in the JSON. */
    enum Kind {
        hard,
        soft
    }

    List<ProviderReport> reports(String webhookId) {
        check();
        List<ProviderReport> reports = new ArrayList<>();
        for (Item item : events) {
            reports.add(new ProviderReport(
                    "generic " + webhookId + " " + reports.size(),
                    item.returnPath(),
                    item.email(),
                    item.what(),
                    item.status(),
                    item.at()));
        }
        return reports;
    }

    private void check() {
        if (events == null || events.isEmpty() || events.size() > MOST) {
            throw InvalidInputException.of("events", "events.size", "There must be 1 to " + MOST + " events.");
        }
        List<Violation> violations = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            check(events.get(index), "events[" + index + "]", violations);
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException("An event lacks what it needs; see the violations.", violations);
        }
    }

    private static void check(Item item, String field, List<Violation> violations) {
        if (item == null) {
            violations.add(new Violation(field, "event.required", "must be an event"));
            return;
        }
        if (item.type() == null) {
            violations.add(new Violation(field + ".type", "type.required", "must be bounce or complaint"));
        }
        if (item.returnPath() == null && item.email() == null) {
            violations.add(
                    new Violation(field + ".returnPath", "returnPath.required", "must be there, unless email is"));
        }
        if (item.at() == null) {
            violations.add(new Violation(field + ".at", "at.required", "must say when it happened"));
        }
    }
}
