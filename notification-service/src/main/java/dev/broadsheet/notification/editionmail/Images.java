package dev.broadsheet.notification.editionmail;

import dev.broadsheet.contracts.article.ArticlePublished.Image;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Which images mail programs show. */
final class Images {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Images() {}

    /** The image, or null: hardly a mail program shows SVG, and none shows what is not on the web. */
    static Image shown(Image image) {
        return image != null && isShown(image.url()) ? image : null;
    }

    private static boolean isShown(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getPath() != null
                    && !uri.getPath().toLowerCase(Locale.ROOT).endsWith(".svg");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
