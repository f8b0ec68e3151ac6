package dev.broadsheet.article.desk;

import dev.broadsheet.article.reading.ArticleImage;
import dev.broadsheet.article.text.ReadingTime;
import dev.broadsheet.contracts.article.Block;
import java.util.List;

/**
 * What an editor decides of an article, checked and complete. Two of them are equal if readers would see no difference.
 *
 * @param topic slug
 * @param authors slugs
 */
record ArticleContent(
        String headline,
        String summary,
        String topic,
        List<String> authors,
        List<String> newsletters,
        String market,
        ArticleImage image,
        List<Block> body,
        boolean breaking) {

    static ArticleContent of(ArticleDraft draft) {
        List<Block> body = draft.body().stream().map(BlockDraft::block).toList();
        return new ArticleContent(
                draft.headline().strip(),
                summary(draft, body),
                draft.topic(),
                List.copyOf(draft.authors()),
                draft.newsletters() == null ? List.of() : List.copyOf(draft.newsletters()),
                draft.market(),
                draft.image() == null ? null : draft.image().image(),
                body,
                draft.breaking());
    }

    ReadingTime readingTime() {
        return ArticleText.readingTime(body);
    }

    private static String summary(ArticleDraft draft, List<Block> body) {
        if (draft.summary() != null && !draft.summary().isBlank()) {
            return draft.summary().strip();
        }
        String fromBody = ArticleText.summary(body);
        return fromBody == null ? draft.headline().strip() : fromBody;
    }
}
