package dev.broadsheet.article.desk;

import dev.broadsheet.article.reading.ArticleImage;
import dev.broadsheet.article.text.NoControlCharacters;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The lead image as an editor sends it. */
public record ImageDraft(
        @NotBlank @Size(max = 2048) String url,
        @NotNull @Size(max = 1000) @NoControlCharacters String alt,
        @Size(max = 300) @NoControlCharacters String credit,
        @Size(max = 1000) @NoControlCharacters String caption) {

    ArticleImage image() {
        return new ArticleImage(url, alt.strip(), strippedOrNull(credit), strippedOrNull(caption));
    }

    private static String strippedOrNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
