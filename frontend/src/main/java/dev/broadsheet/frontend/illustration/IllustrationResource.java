package dev.broadsheet.frontend.illustration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The newsroom's own drawings. Articles name them, so their addresses stay. SVG can hold programs: the site's policy lets
 * none run in one that is opened by itself.
 */
@Path("/illustrations/{name: [a-z0-9-]+}.svg")
class IllustrationResource {

    /** A drawing that is mended keeps its address, so it must not be kept for ever. */
    private static final String A_WEEK = "public, max-age=604800";

    @GET
    public RestResponse<byte[]> read(@RestPath String name) {
        return ResponseBuilder.ok(content(name))
                .header(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .header(HttpHeaders.CACHE_CONTROL, A_WEEK)
                .build();
    }

    private static byte[] content(String name) {
        try (InputStream file = IllustrationResource.class.getResourceAsStream("/illustrations/" + name + ".svg")) {
            if (file == null) {
                throw new NotFoundException();
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
