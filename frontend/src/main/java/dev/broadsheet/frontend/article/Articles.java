package dev.broadsheet.frontend.article;

import dev.broadsheet.frontend.api.Api;
import dev.broadsheet.frontend.api.MovedException;
import dev.broadsheet.frontend.api.RefusedException;
import dev.broadsheet.frontend.api.UnavailableException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the newsroom has published. */
@Singleton
public class Articles {

    private final Api api;
    private final ArticleApi articles;
    private final ZoneId newsroom;
    private final URI publicUrl;

    Articles(
            Api api,
            @RestClient ArticleApi articles,
            @ConfigProperty(name = "broadsheet.newsroom-zone") ZoneId newsroom,
            @ConfigProperty(name = "broadsheet.public-url") URI publicUrl) {
        this.api = api;
        this.articles = articles;
        this.newsroom = newsroom;
        this.publicUrl = publicUrl;
    }

    /** @throws UnavailableException if articles cannot be read now */
    public List<ArticleSummary> newest(int count) {
        return api.fetch(() -> articles.newest(count)).items().stream()
                .map(this::summary)
                .toList();
    }

    /**
     * @throws MovedException if the article is called otherwise by now
     * @throws WebApplicationException 404 or 410 if there is no such article, or not any more
     * @throws UnavailableException if it cannot be read now
     */
    ArticleView read(String slug) {
        try {
            return view(api.ask(() -> articles.read(slug)));
        } catch (RefusedException e) {
            throw e.status() == Status.GONE.getStatusCode()
                    ? new WebApplicationException(Status.GONE)
                    : new NotFoundException();
        }
    }

    private ArticleSummary summary(Article article) {
        return new ArticleSummary(
                article.slug(),
                article.headline(),
                article.summary() == null ? "" : article.summary(),
                topic(article),
                byline(article),
                Publication.of(article.publishedAt(), newsroom),
                article.readMinutes());
    }

    private ArticleView view(Article article) {
        return new ArticleView(
                summary(article),
                article.newsletters(),
                Illustration.of(article.image(), publicUrl).orElse(null),
                article.body().stream().map(ArticleView.ShownBlock::of).toList());
    }

    private static String topic(Article article) {
        return article.topic() == null ? "" : article.topic().name();
    }

    private static String byline(Article article) {
        return article.authors().stream().map(Article.Author::name).collect(Collectors.joining(", "));
    }
}
