package dev.broadsheet.subscription.newsletter;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.lang.reflect.Type;
import java.util.function.BiFunction;

/**
 * An editor's slip must not pass for nothing: with {@code archive} instead of {@code archived} nothing would be archived.
 * Not for the whole service, because a sign-up may have fields of a form that is not ours.
 */
public final class UnknownFieldsRefused implements BiFunction<ObjectMapper, Type, ObjectReader> {

    @Override
    public ObjectReader apply(ObjectMapper mapper, Type type) {
        return mapper.readerFor(mapper.constructType(type)).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
