package dev.broadsheet.article.feeds;

import java.time.Instant;

/** What news crawlers are told of an article. */
record FreshArticle(String url, String headline, Instant publishedAt) {}
