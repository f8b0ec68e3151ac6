package dev.broadsheet.frontend.edition;

import dev.broadsheet.frontend.api.Api;
import dev.broadsheet.frontend.api.RefusedException;
import dev.broadsheet.frontend.api.UnavailableException;
import dev.broadsheet.frontend.edition.EditionView.Story;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What newsletters have mailed. */
@Singleton
class Editions {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private final Api api;
    private final EditionApi editions;
    private final ZoneId newsroom;
    private final URI publicUrl;

    Editions(
            Api api,
            @RestClient EditionApi editions,
            @ConfigProperty(name = "broadsheet.newsroom-zone") ZoneId newsroom,
            @ConfigProperty(name = "broadsheet.public-url") URI publicUrl) {
        this.api = api;
        this.editions = editions;
        this.newsroom = newsroom;
        this.publicUrl = publicUrl;
    }

    /**
     * @throws NotFoundException if there is no such edition, or it has not closed yet
     * @throws UnavailableException if it cannot be read now
     */
    EditionView read(UUID id) {
        try {
            return view(api.ask(() -> editions.read(id)));
        } catch (RefusedException e) {
            throw new NotFoundException();
        }
    }

    private EditionView view(Edition edition) {
        return new EditionView(
                edition.subject(),
                edition.newsletter().name(),
                edition.closedAt().toString(),
                DATE.format(edition.closedAt().atZone(newsroom)),
                edition.items().stream().map(this::story).toList());
    }

    private Story story(Edition.Item item) {
        return new Story(
                item.headline(),
                text(item.summary()),
                path(item.url()),
                text(item.section()),
                text(item.byline()),
                item.readMinutes());
    }

    /** Of an article elsewhere there is no link: an edition is made of our own. */
    private String path(String url) {
        try {
            URI address = new URI(url == null ? "" : url);
            boolean ours = publicUrl.getAuthority().equalsIgnoreCase(address.getAuthority());
            return ours ? address.getRawPath() : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
