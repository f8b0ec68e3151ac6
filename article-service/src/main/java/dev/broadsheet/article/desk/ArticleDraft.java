package dev.broadsheet.article.desk;

import dev.broadsheet.article.text.NoControlCharacters;
import dev.broadsheet.article.text.Required;
import dev.broadsheet.article.text.SlugFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * An article as an editor sends it.
 *
 * @param summary absent: the first paragraph makes it
 * @param slug its name in addresses; absent: made from the headline, and stable once it was published
 * @param topic slug
 * @param authors slugs, in the order of the byline
 * @param newsletters slugs of the newsletters that carry it; absent: none
 * @param market slug of the local market, for local news
 * @param breaking true: it goes to its newsletters as soon as it is published
 */
public record ArticleDraft(
        @NotNull @Required @Size(max = 300) @NoControlCharacters
        String headline,

        @Size(max = 1000) @NoControlCharacters String summary,
        @SlugFormat String slug,
        @NotNull @SlugFormat String topic,
        @NotEmpty @Size(max = 10) @UniqueElements List<@NotNull @SlugFormat String> authors,
        @Size(max = 20) @UniqueElements List<@NotNull @SlugFormat String> newsletters,
        @SlugFormat String market,
        @Valid ImageDraft image,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid BlockDraft> body,
        boolean breaking) {}
