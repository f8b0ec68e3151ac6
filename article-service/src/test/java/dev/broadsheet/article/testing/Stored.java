package dev.broadsheet.article.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What is in the database, read past the service. */
@ApplicationScoped
public class Stored {

    private final DataSource database;

    Stored(DataSource database) {
        this.database = database;
    }

    public long articles() throws SQLException {
        return count("article");
    }

    public long events() throws SQLException {
        return count("outbox_event");
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
