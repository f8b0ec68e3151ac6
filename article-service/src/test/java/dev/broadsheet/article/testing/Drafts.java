package dev.broadsheet.article.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drafts as an editor would send them; each call is a fresh one to change. */
public final class Drafts {

    private Drafts() {}

    /** A valid draft with everything in it. */
    public static Map<String, Object> draft() {
        Map<String, Object> draft = new HashMap<>();
        draft.put("headline", "The Fed holds rates — for now");
        draft.put("topic", "economy");
        draft.put("authors", list("jonas-lindqvist", "amara-okafor"));
        draft.put("newsletters", list("markets", "world"));
        draft.put("market", "denver");
        draft.put("image", map("url", "https://images.example/fed.svg", "alt", "A bank's columns", "credit", "M. Ito"));
        draft.put(
                "body",
                list(
                        map(
                                "kind",
                                "PARAGRAPH",
                                "axiom",
                                "Why it matters",
                                "text",
                                "Loans stay *dear* for [households](https://example.org/loans) until `spring`."),
                        map("kind", "HEADING", "text", "Details"),
                        map(
                                "kind",
                                "BULLETS",
                                "text",
                                "By the numbers:",
                                "items",
                                list("5.25% since **July**", "4.1% jobless")),
                        map("kind", "QUOTE", "text", "\"We can wait,\" the chair said.")));
        draft.put("breaking", true);
        return draft;
    }

    public static Map<String, Object> draft(String headline) {
        return draftWith("headline", headline);
    }

    public static Map<String, Object> draftWith(String field, Object value) {
        Map<String, Object> draft = draft();
        draft.put(field, value);
        return draft;
    }

    public static Map<String, Object> draftWithout(String field) {
        Map<String, Object> draft = draft();
        draft.remove(field);
        return draft;
    }

    public static Map<String, Object> draftWithBlock(Map<String, Object> block) {
        return draftWith("body", list(block));
    }

    public static Map<String, Object> paragraph(String text) {
        return map("kind", "PARAGRAPH", "text", text);
    }

    /** May hold null, unlike {@link List#of}. */
    public static List<Object> list(Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    public static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
