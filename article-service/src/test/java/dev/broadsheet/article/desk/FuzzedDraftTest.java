package dev.broadsheet.article.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Drafts;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Drafts with mistakes that nobody thought of. The seed is fixed: a failure comes again. */
@QuarkusTest
class FuzzedDraftTest {

    private static final long SEED = 20261124;
    private static final int DRAFTS = 300;
    private static final int BROKEN_TEXTS = 100;

    // Halves of surrogate pairs can be sent by their number only.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Inject
    Stored stored;

    private final Random random = new Random(SEED);

    /** What is accepted must hold to the end: it can be published, and the event is a valid one. */
    @Test
    void aMutatedDraftIsRefusedOrCanBePublished() throws Exception {
        Desk.furnish();
        long before = stored.articles();
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < DRAFTS; i++) {
            String draft = mutated();
            Response answer = Desk.send(draft);
            if (answer.statusCode() == 201) {
                String id = answer.path("id");
                assertThat(Desk.publish(id).statusCode()).as(draft).isEqualTo(200);
                assertThat(Desk.preview(id).statusCode()).as(draft).isEqualTo(200);
                accepted.add(id);
            } else {
                assertIsProblem(answer, draft);
            }
        }
        assertThat(stored.articles()).isEqualTo(before + accepted.size());
        assertThat(accepted).hasSizeBetween(DRAFTS / 20, DRAFTS * 19 / 20);
        try (ArticleTopic topic = new ArticleTopic()) {
            for (String id : accepted) {
                assertThat(topic.awaitTypesOf(id, 1)).containsExactly("ArticlePublished");
            }
        }
    }

    @Test
    void brokenJsonIsRefused() throws Exception {
        Desk.furnish();
        for (int i = 0; i < BROKEN_TEXTS; i++) {
            StringBuilder draft = new StringBuilder(JSON.writeValueAsString(Drafts.draft()));
            int place = random.nextInt(draft.length());
            switch (random.nextInt(3)) {
                case 0 -> draft.setLength(place);
                case 1 -> draft.setCharAt(place, (char) random.nextInt(0x250));
                default -> draft.insert(place, "{}[]\",:\\0u\n".charAt(random.nextInt(11)));
            }
            Response answer = Desk.send(draft.toString());
            if (answer.statusCode() != 201) {
                assertIsProblem(answer, draft.toString());
            }
        }
    }

    private static void assertIsProblem(Response answer, String draft) {
        assertThat(answer.statusCode()).as(draft).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("detail")).isNotBlank();
    }

    private String mutated() throws JsonProcessingException {
        Object draft = Drafts.draft();
        for (int i = 0; i <= random.nextInt(2); i++) {
            draft = mutate(draft);
        }
        return JSON.writeValueAsString(draft);
    }

    /** Goes down to a random place and puts something else there. */
    @SuppressWarnings("unchecked")
    private Object mutate(Object value) {
        boolean deeper = random.nextInt(8) != 0;
        if (deeper && value instanceof Map<?, ?> map && !map.isEmpty()) {
            String field = (String) map.keySet().stream().sorted().toList().get(random.nextInt(map.size()));
            ((Map<String, Object>) map).compute(field, (name, old) -> mutate(old));
            return map;
        }
        if (deeper && value instanceof List<?> list && !list.isEmpty()) {
            int place = random.nextInt(list.size());
            ((List<Object>) list).set(place, mutate(list.get(place)));
            return list;
        }
        return value instanceof String text && random.nextBoolean() ? text + random() : random();
    }

    private Object random() {
        return switch (random.nextInt(16)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextDouble();
            case 4 -> BigInteger.TEN.pow(random.nextInt(40));
            case 5 -> new BigDecimal("-1E-" + random.nextInt(300));
            case 6 -> new ArrayList<>(Collections.nCopies(random.nextInt(4), random()));
            case 7 -> Drafts.map("kind", "QUOTE", "text", random());
            case 8 -> "x".repeat(random.nextInt(6_000));
            case 9 -> "*_[](`<&!>\\\n ".repeat(random.nextInt(30));
            case 10 ->
                List.of("javascript:alert(1)", "https://example.org", "mailto:a@example.org")
                        .get(random.nextInt(3));
            case 11 -> "[" + random.nextInt() + "](<" + characters(5) + ">)";
            case 12 -> "&#" + random.nextInt(0x3000) + ";";
            case 13 ->
                List.of("", " ", "\u2003", "\u00A0", "\u200B", "\u202E", "\u0000")
                        .get(random.nextInt(7));
            default -> characters(random.nextInt(40));
        };
    }

    private String characters(int count) {
        int end = List.of(0x80, 0x800, 0x10000, 0x110000).get(random.nextInt(4));
        return random.ints(count, 0, end)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
