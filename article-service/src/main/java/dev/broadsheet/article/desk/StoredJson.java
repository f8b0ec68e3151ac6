package dev.broadsheet.article.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.lang.reflect.Type;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** How JSON stands in the database: on its own mapper, so that a change of the API's JSON cannot change what is stored. */
@JsonFormat
@PersistenceUnitExtension
class StoredJson implements FormatMapper {

    private final JsonMapper mapper = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            // A row may have been written by a newer version.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public <T> T fromString(CharSequence json, JavaType<T> javaType, WrapperOptions options) {
        try {
            return mapper.readValue(json.toString(), mapper.constructType(javaType.getJavaType()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON that is no " + javaType.getTypeName(), e);
        }
    }

    @Override
    public <T> String toString(T value, JavaType<T> javaType, WrapperOptions options) {
        try {
            Type type = javaType.getJavaType();
            return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Jackson cannot write a " + javaType.getTypeName(), e);
        }
    }
}
