package dev.broadsheet.localstack.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The invented newsroom that comes with the launcher, in the folder {@code sample} of the resources.
 *
 * @param topics as the desk takes them
 * @param authors as the desk takes them
 * @param articles oldest first, as a newsroom publishes
 */
record Samples(List<JsonNode> topics, List<JsonNode> authors, List<Article> articles) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * An article of the newsroom.
     *
     * @param age how long ago it came out, whenever the samples are loaded
     * @param draft as the desk takes it, but for its image, whose address lacks the site
     */
    record Article(Duration age, JsonNode draft) {

        String slug() {
            return draft.path("slug").asText();
        }

        JsonNode draftFor(String site) {
            ObjectNode whole = draft.deepCopy();
            if (whole.path("image") instanceof ObjectNode image) {
                image.put("url", site + image.path("url").asText());
            }
            return whole;
        }

        private static Article of(JsonNode json) {
            return new Article(Duration.parse(json.path("age").asText()), json.path("draft"));
        }
    }

    static Samples read() throws IOException {
        JsonNode newsroom = resource("newsroom");
        List<JsonNode> topics = entries(newsroom.path("topics"));
        List<Article> articles = new ArrayList<>();
        for (JsonNode topic : topics) {
            for (JsonNode article :
                    entries(resource("articles/" + topic.path("slug").asText()))) {
                articles.add(Article.of(article));
            }
        }
        articles.sort(Comparator.comparing(Article::age).reversed());
        return new Samples(topics, entries(newsroom.path("authors")), List.copyOf(articles));
    }

    private static List<JsonNode> entries(JsonNode list) {
        List<JsonNode> entries = new ArrayList<>();
        list.forEach(entries::add);
        return List.copyOf(entries);
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream json = Samples.class.getResourceAsStream("/sample/" + name + ".json")) {
            return JSON.readTree(json);
        }
    }
}
