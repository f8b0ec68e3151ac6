package dev.broadsheet.frontend.front;

import dev.broadsheet.frontend.api.UnavailableException;
import dev.broadsheet.frontend.article.ArticleSummary;
import dev.broadsheet.frontend.article.Articles;
import dev.broadsheet.frontend.newsletter.Newsletters;
import dev.broadsheet.frontend.signup.OpenedForms;
import dev.broadsheet.frontend.signup.SignUpForm;
import dev.broadsheet.frontend.site.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@Produces(Html.TYPE)
class FrontResource {

    private static final int ARTICLES = 20;

    /** As long as the API lets its list be kept. */
    private static final int SECONDS_KEPT = 10;

    private final Articles articles;
    private final Newsletters newsletters;
    private final OpenedForms forms;

    FrontResource(Articles articles, Newsletters newsletters, OpenedForms forms) {
        this.articles = articles;
        this.newsletters = newsletters;
        this.forms = forms;
    }

    /** Half a page is better than none, and nobody should keep it. Nothing at all is an error. */
    @GET
    public RestResponse<String> show() {
        FrontPage page = new FrontPage(newestArticles(), signUpForm());
        if (page.articles() != null && page.form() != null) {
            return Html.cachedPage(page, page.form().caching(SECONDS_KEPT));
        }
        boolean empty = page.articles() == null && page.form() == null;
        return Html.page(empty ? Status.SERVICE_UNAVAILABLE : Status.OK, page);
    }

    private List<ArticleSummary> newestArticles() {
        try {
            return articles.newest(ARTICLES);
        } catch (UnavailableException e) {
            return null;
        }
    }

    private SignUpForm signUpForm() {
        try {
            return forms.open(SignUpForm.of(newsletters.all()));
        } catch (UnavailableException e) {
            return null;
        }
    }
}
