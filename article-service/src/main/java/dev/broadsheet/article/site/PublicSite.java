package dev.broadsheet.article.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses that the outside knows us by, whatever host name a request came with. */
@ApplicationScoped
public class PublicSite {

    private final String url;

    PublicSite(@ConfigProperty(name = "broadsheet.public-url") URI url) {
        String written = url.toString();
        this.url = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    }

    /** The page of an article. */
    public String article(String slug) {
        return url + "/articles/" + slug;
    }

    /** A page, or a resource of the API, given its path from the root. */
    public URI address(String path) {
        return URI.create(url + path);
    }
}
