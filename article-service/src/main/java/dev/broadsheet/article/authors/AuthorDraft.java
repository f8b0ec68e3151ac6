package dev.broadsheet.article.authors;

import dev.broadsheet.article.text.NoControlCharacters;
import dev.broadsheet.article.text.Required;
import dev.broadsheet.article.text.SlugFormat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An author as an editor sends it.
 *
 * @param slug their name in addresses; absent: made from the name, or the one in the address
 * @param newsletter slug of the newsletter that carries their name; absent: none
 */
public record AuthorDraft(
        @SlugFormat String slug,

        @NotNull @Required @Size(max = 200) @NoControlCharacters
        String name,

        @SlugFormat String newsletter) {}
