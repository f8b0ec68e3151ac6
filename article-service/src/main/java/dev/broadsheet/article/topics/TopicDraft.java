package dev.broadsheet.article.topics;

import dev.broadsheet.article.text.NoControlCharacters;
import dev.broadsheet.article.text.Required;
import dev.broadsheet.article.text.SlugFormat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;

/**
 * A topic as an editor sends it.
 *
 * @param slug its name in addresses; absent: made from the name, or the one in the address
 * @param position its place in the newsroom's order; absent: the last, or where it is
 */
public record TopicDraft(
        @SlugFormat String slug,

        @NotNull @Required @Size(max = 200) @NoControlCharacters
        String name,

        @Range(min = 0, max = 1_000_000) Integer position) {}
