package dev.broadsheet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.localstack.client.Api;
import java.net.http.HttpResponse;
import java.util.List;

/** What those are answered who have read something before and say so. */
final class SecondReading {

    private SecondReading() {}

    /** By tag as by date, no body comes again. */
    static void assertUnchanged(Api api, String path, HttpResponse<String> first) {
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String date = first.headers().firstValue("Last-Modified").orElseThrow();
        for (HttpResponse<String> second :
                List.of(api.get(path, "If-None-Match", tag), api.get(path, "If-Modified-Since", date))) {
            assertThat(second.statusCode()).isEqualTo(304);
            assertThat(second.body()).isEmpty();
            assertThat(second.headers().firstValue("ETag")).contains(tag);
            assertThat(second.headers().firstValue("Cache-Control"))
                    .isEqualTo(first.headers().firstValue("Cache-Control"))
                    .isPresent();
        }
    }
}
