package dev.broadsheet.frontend.article;

import dev.broadsheet.frontend.api.MovedException;
import dev.broadsheet.frontend.api.UnavailableException;
import dev.broadsheet.frontend.article.ArticlePage.SignUpBox;
import dev.broadsheet.frontend.newsletter.Newsletter;
import dev.broadsheet.frontend.newsletter.Newsletters;
import dev.broadsheet.frontend.signup.OpenedForms;
import dev.broadsheet.frontend.signup.SignUpForm;
import dev.broadsheet.frontend.site.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/articles/{slug}")
@Produces(Html.TYPE)
class ArticleResource {

    /** As long as the API lets an article be kept. */
    private static final int SECONDS_KEPT = 60;

    private static final String CACHING = "public, max-age=" + SECONDS_KEPT;

    /** Other names would stand in a path of the API, where dots and slashes have a meaning. */
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,120}");

    private final Articles articles;
    private final Newsletters newsletters;
    private final OpenedForms forms;

    ArticleResource(Articles articles, Newsletters newsletters, OpenedForms forms) {
        this.articles = articles;
        this.newsletters = newsletters;
        this.forms = forms;
    }

    @GET
    public RestResponse<String> read(@RestPath String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw new NotFoundException();
        }
        try {
            ArticleView article = articles.read(slug);
            SignUpBox box = box(article.newsletters());
            return Html.cachedPage(new ArticlePage(article, box), box == null ? CACHING : box.caching(SECONDS_KEPT));
        } catch (MovedException e) {
            return moved(e.location());
        }
    }

    /**
     * To the page of the name that the API gave. An editor may take the old name back one day, so browsers must not keep
     * this for ever, as they would if nothing was said.
     */
    private static RestResponse<String> moved(URI location) {
        String path = location.getPath();
        String slug = path.substring(path.lastIndexOf('/') + 1);
        if (!SLUG.matcher(slug).matches()) {
            throw new NotFoundException();
        }
        // Relative: JAX-RS would complete it with the address that the gateway knows us by, which readers cannot reach.
        return ResponseBuilder.<String>create(Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, "/articles/" + slug)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .build();
    }

    private SignUpBox box(List<String> slugs) {
        if (slugs.isEmpty()) {
            return null;
        }
        try {
            return newsletters.find(slugs.get(0)).map(this::box).orElse(null);
        } catch (UnavailableException e) {
            return SignUpBox.UNAVAILABLE;
        }
    }

    private SignUpBox box(Newsletter newsletter) {
        return new SignUpBox(newsletter, forms.open(SignUpForm.of(newsletter)));
    }
}
