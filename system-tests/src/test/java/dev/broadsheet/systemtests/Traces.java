package dev.broadsheet.systemtests;

import static java.util.stream.Collectors.toCollection;

import dev.broadsheet.localstack.client.TopicReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where a text is to be found in the whole newsroom: every column of every table, every record of every public topic. */
final class Traces {

    private static final List<String> DATABASES = List.of("subscription", "article", "notification");

    private static final List<String> TOPICS = List.of(
            "broadsheet.newsletters.v1",
            "broadsheet.articles.v1",
            "broadsheet.deliveries.v1",
            "broadsheet.delivery-batches.v1");

    private static final String COLUMNS = """
            SELECT columns.table_name || '.' || column_name FROM information_schema.columns
                JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'""";

    private final Newsroom newsroom;

    Traces(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** As database.table.column. */
    Set<String> inDatabases(String text) {
        Set<String> places = new TreeSet<>();
        for (String database : DATABASES) {
            for (String column : newsroom.database(database).strings(COLUMNS)) {
                if (holds(newsroom.database(database), column, text)) {
                    places.add(database + "." + column);
                }
            }
        }
        return places;
    }

    /** Topics that are kept for longer than a week, or are nobody's personal data, and hold it nevertheless. */
    Set<String> onOtherTopics(String text) {
        return TOPICS.stream().filter(topic -> isOn(topic, text)).collect(toCollection(TreeSet::new));
    }

    private boolean isOn(String topic, String text) {
        try (TopicReader reader = newsroom.topic(topic)) {
            return reader.records().stream()
                    .flatMap(record -> Stream.of(String.valueOf(record.key()), TopicReader.text(record)))
                    .anyMatch(part -> part.contains(text));
        }
    }

    private static boolean holds(Database database, String column, String text) {
        String[] parts = column.split("\\.");
        return database.count(
                        "SELECT count(*) FROM " + parts[0] + " WHERE cast(\"" + parts[1] + "\" AS text) ILIKE ?",
                        "%" + text + "%")
                > 0;
    }
}
