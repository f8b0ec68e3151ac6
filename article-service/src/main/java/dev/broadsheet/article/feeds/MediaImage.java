package dev.broadsheet.article.feeds;

import dev.broadsheet.article.reading.ArticleImage;

/**
 * An article's image in an XML feed, by Media RSS. Not as an enclosure: that must say how long the file is and of what
 * type, which is known only to whoever serves it.
 */
final class MediaImage {

    private MediaImage() {}

    static void write(ArticleImage image, XmlDocument xml) {
        if (image == null) {
            return;
        }
        xml.element(XmlNamespace.MEDIA, "content", () -> {
            xml.attribute("url", image.url());
            xml.attribute("medium", "image");
            String description = image.caption() == null ? image.alt() : image.caption();
            if (!description.isEmpty()) {
                xml.element(XmlNamespace.MEDIA, "description", () -> {
                    xml.attribute("type", "plain");
                    xml.text(description);
                });
            }
            if (image.credit() != null) {
                xml.element(XmlNamespace.MEDIA, "credit", image.credit());
            }
        });
    }
}
