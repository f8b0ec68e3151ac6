package dev.broadsheet.article.served;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;

/** Public answers in JSON. */
@ApplicationScoped
public class ServedJson {

    private final ObjectMapper mapper;

    ServedJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** See {@link Served#ofArticle}. */
    public Served ofArticle(UUID article, Object value, Instant changed, Caching caching) {
        return Served.ofArticle(article, encoded(value), MediaType.APPLICATION_JSON, changed, caching);
    }

    /** See {@link Served#ofMany}. */
    public Served ofMany(Object value, Instant changed, Caching caching) {
        return Served.ofMany(encoded(value), MediaType.APPLICATION_JSON, changed, caching);
    }

    private byte[] encoded(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record that Jackson cannot write: " + value.getClass(), e);
        }
    }
}
