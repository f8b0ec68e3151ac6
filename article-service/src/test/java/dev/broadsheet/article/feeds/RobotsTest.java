package dev.broadsheet.article.feeds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RobotsTest {

    @Test
    void crawlersMayReadTheSiteAndNotTheApi() {
        Response answer = given().get("/robots.txt");
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser();

        SimpleRobotRules rules = parser.parseContent(
                "http://localhost:8080/robots.txt", answer.asByteArray(), answer.contentType(), List.of("newsbot"));

        assertThat(answer.contentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(parser.getNumWarnings()).isZero();
        assertThat(List.of("/", "/articles/a", "/feeds/articles.rss", "/sitemap.xml", "/apiary"))
                .allMatch(path -> rules.isAllowed("http://localhost:8080" + path));
        assertThat(List.of("/api/v1/articles", "/api/docs"))
                .noneMatch(path -> rules.isAllowed("http://localhost:8080" + path));
        assertThat(rules.getSitemaps())
                .containsExactly("http://localhost:8080/sitemap.xml", "http://localhost:8080/sitemap-news.xml");
    }
}
