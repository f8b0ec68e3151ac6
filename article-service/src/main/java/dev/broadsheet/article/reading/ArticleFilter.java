package dev.broadsheet.article.reading;

import dev.broadsheet.article.text.SlugFormat;
import dev.broadsheet.problems.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which of the published articles are meant: those of a topic, an author, a market or a newsletter, or of several at once.
 * Each is a slug, or null where it does not matter.
 */
public record ArticleFilter(String topic, String author, String market, String newsletter) {

    public static final ArticleFilter NONE = new ArticleFilter(null, null, null, null);

    private static final Pattern SLUG = Pattern.compile(SlugFormat.EXPRESSION);

    /** Refuses what no slug can be; a slug that nothing has is met by no article. */
    public ArticleFilter {
        requireSlug("topic", topic);
        requireSlug("author", author);
        requireSlug("market", market);
        requireSlug("newsletter", newsletter);
    }

    /** The lists that an article must be in, the one that is likely to be shortest first; never none. */
    List<String> places() {
        List<String> places = new ArrayList<>();
        add(places, Place.MARKET, market);
        add(places, Place.AUTHOR, author);
        add(places, Place.NEWSLETTER, newsletter);
        add(places, Place.TOPIC, topic);
        return places.isEmpty() ? List.of(Place.ALL) : places;
    }

    private static void add(List<String> places, Place place, String slug) {
        if (slug != null) {
            places.add(place.of(slug));
        }
    }

    private static void requireSlug(String field, String value) {
        if (value != null && !SLUG.matcher(value).matches()) {
            throw InvalidInputException.of(
                    field,
                    field + ".format",
                    "The " + field + " must be a slug: lower-case letters and digits with single hyphens between.");
        }
    }
}
