package dev.broadsheet.frontend.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The lead image.
 *
 * @param path on our own site
 * @param credit null where nobody is to be named
 * @param caption what to say under it; null where nothing is
 */
record Illustration(String path, String alt, String credit, String caption) {

    /** Nothing for an image elsewhere: to show it, a reader's browser would have to tell a stranger what is being read. */
    static Optional<Illustration> of(Article.Image image, URI site) {
        if (image == null) {
            return Optional.empty();
        }
        try {
            URI address = new URI(image.url());
            boolean ours = site.getAuthority().equalsIgnoreCase(address.getAuthority());
            return ours
                    ? Optional.of(new Illustration(
                            address.getRawPath(),
                            image.alt() == null ? "" : image.alt(),
                            image.credit(),
                            image.caption()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
