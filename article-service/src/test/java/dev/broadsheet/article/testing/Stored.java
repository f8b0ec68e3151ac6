package dev.broadsheet.article.testing;

import dev.broadsheet.contracts.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What is in the database, read past the service. */
@ApplicationScoped
public class Stored {

    private static final String FOOTPRINT = """
            SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM topic), (SELECT count(*) FROM author),
                (SELECT count(*) FROM creation_key), (SELECT count(*) FROM outbox_event)
            """;

    private final DataSource database;

    Stored(DataSource database) {
        this.database = database;
    }

    /** How much there is of everything that the desk makes. Of two equal ones nothing was made in between, and nothing told. */
    public record Footprint(long articles, long topics, long authors, long keys, long events) {}

    public Footprint footprint() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FOOTPRINT)) {
            row.next();
            return new Footprint(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    public long articles() throws SQLException {
        return count("article");
    }

    public long events() throws SQLException {
        return count("outbox_event");
    }

    public long topics() throws SQLException {
        return count("topic");
    }

    public long authors() throws SQLException {
        return count("author");
    }

    /**
     * The types of this article's events, oldest first. An event stands here as soon as the change that it tells of, so
     * this is also how to see that there is none.
     */
    public List<String> eventsOf(String articleId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT event_type FROM outbox_event WHERE record_key = ? ORDER BY sequence")) {
            query.setString(1, articleId);
            List<String> types = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    types.add(EventType.valueOf(rows.getString(1)).eventName());
                }
            }
            return types;
        }
    }

    /** The time of these scheduled articles passed while nobody looked: the first has been due for longest. */
    public void makeDue(List<String> articleIds) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        UPDATE article
                        SET scheduled_at = now() - (cardinality(?) + 1 - place) * INTERVAL '1 minute'
                        FROM unnest(?) WITH ORDINALITY AS due (id, place)
                        WHERE article.id = due.id
                        """)) {
            Array ids = connection.createArrayOf("uuid", articleIds.toArray());
            update.setArray(1, ids);
            update.setArray(2, ids);
            update.executeUpdate();
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
