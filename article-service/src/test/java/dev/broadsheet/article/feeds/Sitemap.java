package dev.broadsheet.article.feeds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.redfin.sitemapgenerator.SitemapValidator;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Sitemaps as a crawler reads them, after they were held against the published schemas. */
final class Sitemap {

    private Sitemap() {}

    static byte[] read(String address) {
        return given().get(address)
                .then()
                .statusCode(200)
                .contentType("application/xml;charset=UTF-8")
                .extract()
                .asByteArray();
    }

    static List<SiteMapURL> addresses(byte[] xml) {
        validate(xml, published("sitemap.xsd"), ours("sitemap-news.xsd"));
        SiteMap sitemap = (SiteMap) parsed(xml);
        assertThat(sitemap.isIndex()).isFalse();
        return List.copyOf(sitemap.getSiteMapUrls());
    }

    static List<String> urls(byte[] xml) {
        return addresses(xml).stream()
                .map(address -> address.getUrl().toString())
                .toList();
    }

    /** What it says of news. */
    static List<NewsAttributes> news(byte[] xml) {
        return addresses(xml).stream()
                .map(address -> address.getAttributesForExtension(Extension.NEWS))
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .map(NewsAttributes.class::cast)
                .toList();
    }

    /** Where the sitemaps of an index are. */
    static List<String> index(byte[] xml) {
        validate(xml, published("siteindex.xsd"));
        AbstractSiteMap index = parsed(xml);
        assertThat(index.isIndex()).isTrue();
        return ((SiteMapIndex) index)
                .getSitemaps().stream()
                        .map(sitemap -> sitemap.getUrl().toString())
                        .toList();
    }

    private static AbstractSiteMap parsed(byte[] xml) {
        try {
            SiteMapParser parser = new SiteMapParser(true, false);
            parser.setStrictNamespace(true);
            parser.enableExtension(Extension.NEWS);
            return parser.parseSiteMap("application/xml", xml, address());
        } catch (UnknownFormatException | IOException e) {
            throw new AssertionError("Not a sitemap", e);
        }
    }

    @SuppressWarnings("deprecation") // The parser takes nothing else.
    private static URL address() throws MalformedURLException {
        return new URL("http://localhost:8080/sitemap.xml");
    }

    private static void validate(byte[] xml, Source... schemas) {
        try {
            SchemaFactory.newDefaultInstance()
                    .newSchema(schemas)
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException | IOException e) {
            throw new AssertionError("Not valid: " + e.getMessage(), e);
        }
    }

    private static Source published(String name) {
        return new StreamSource(SitemapValidator.class.getResourceAsStream(name));
    }

    private static Source ours(String name) {
        return new StreamSource(Sitemap.class.getResourceAsStream("/feeds/" + name));
    }
}
