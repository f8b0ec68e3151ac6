package dev.broadsheet.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/api/v1/articles, /api/v1/articles",
        "/api/v1/articles/, /api/v1/articles/",
        "/api/v1/articles?q=a/../b%2F;c, /api/v1/articles?q=a/../b%2F;c",
        "/api/v1/%61rticles, /api/v1/articles",
        "/caf%c3%a9, /caf%C3%A9",
        "/a..b/.well-known/..., /a..b/.well-known/...",
    })
    void aPlainTargetGoesOnInItsNormalForm(String raw, String normal) throws MalformedTargetException {
        assertThat(RequestTarget.parse(raw)).hasToString(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api/v1/articles",
                "http://elsewhere.example/api/v1/articles",
                "//api/v1/articles",
                "/api//v1/articles",
                "/api/v1/articles//",
                "/api/v1/articles/../desk",
                "/api/v1/articles/..",
                "/api/v1/./articles",
                "/api/v1/articles/%2e%2e/desk",
                "/api/v1/articles/.%2E/desk",
                "/api/v1/articles/%2e",
                "/api/v1/articles/%252e%252e/desk",
                "/api/v1/articles%2fdesk",
                "/api/v1/articles%2Fdesk",
                "/api/v1/articles/..%5cdesk",
                "/api/v1/articles\\desk",
                "/api/v1/articles/..;/desk",
                "/api;v=1/v1/articles",
                "/api%3bv=1/v1/articles",
                "/api/v1/articles/%00",
                "/api/v1/articles/%0d%0aHost:x",
                "/api/v1/articles/%",
                "/api/v1/articles/%2",
                "/api/v1/articles/%zz",
                "/api/v1/articles/<script>",
                "/api/v1/articles/\u00e9",
                "/api/v1/articles#top",
                "/api/v1/articles?q=\u00e9",
                "/api/v1/articles?q=a#b",
            })
    void aTargetThatServersCouldReadDifferentlyIsRefused(String raw) {
        assertThatExceptionOfType(MalformedTargetException.class).isThrownBy(() -> RequestTarget.parse(raw));
    }

    @Test
    void aRefusedTargetIsShownWithoutItsQueryAndWithoutMarkup() {
        assertThat(RequestTarget.displayable("/a//<script>?token=secret")).isEqualTo("/a//_script_");
    }
}
