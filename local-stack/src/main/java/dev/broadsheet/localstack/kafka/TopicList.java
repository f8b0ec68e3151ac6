package dev.broadsheet.localstack.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's topic list, read from the file that the contracts keep: this module has no Java dependency on them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TopicList(List<TopicDefinition> topics) {

    public static final String RESOURCE = "broadsheet/topics.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public TopicList {
        topics = List.copyOf(topics);
    }

    public static TopicList read(Path file) {
        try (InputStream json = Files.newInputStream(file)) {
            return JSON.readValue(json, TopicList.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the topic list " + file, e);
        }
    }

    /** The list on the class path of the module under test; a module that does not use the contracts has no topics. */
    public static TopicList ofClassPath(ClassLoader loader) {
        try (InputStream json = loader.getResourceAsStream(RESOURCE)) {
            return json == null ? new TopicList(List.of()) : JSON.readValue(json, TopicList.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the topic list " + RESOURCE + " of the class path", e);
        }
    }
}
