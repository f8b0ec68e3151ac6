package dev.broadsheet.frontend.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/assets/{version}/{name}")
class AssetResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** While replicas of two versions run, a page of one may ask the other: better the neighbour's file than none. */
    private static final String NOT_AT_ALL = "no-store";

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    public RestResponse<byte[]> read(@RestPath String version, @RestPath String name) {
        Asset asset = assets.named(name).orElseThrow(NotFoundException::new);
        return ResponseBuilder.ok(asset.content())
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.CACHE_CONTROL, asset.version().equals(version) ? FOR_EVER : NOT_AT_ALL)
                .build();
    }
}
