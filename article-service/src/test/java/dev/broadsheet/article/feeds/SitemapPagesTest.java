package dev.broadsheet.article.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitemapPagesTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "49999, 1", "50000, 2", "99999, 2", "100000, 3"})
    void theFrontPageCountsToo(long articles, int pages) {
        assertThat(SitemapPages.USUAL.count(articles)).isEqualTo(pages);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        SitemapPages pages = new SitemapPages(10);

        assertThat(pages.offset(1)).isZero();
        for (int page = 1; page < 100; page++) {
            assertThat(pages.offset(page + 1)).isEqualTo(pages.offset(page) + pages.limit(page));
        }
    }
}
