package dev.broadsheet.benchmarks.mailroom;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The first so many of an invented readership. Numbers tell readers apart, and make their ids and addresses. */
public record Audience(String newsletter, int readers) {

    private static final int DOMAINS = 2_000;
    private static final long NUMBER = 0x7FFF_FFFFL;

    /** Ids grow with the number, as those that the services make grow with time. Tokens are as long as subscription-service makes them. */
    static final String ADD_READERS = """
            INSERT INTO reader (subscriber_id, email, locale, preferences_token, changed_at)
            SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid,
                'reader-' || number || '@mail-' || number %% %d || '.example.com',
                'en', left(repeat(md5(number::text), 6), 180), now()
            FROM generate_series(1, ?) AS number
            ON CONFLICT (subscriber_id) DO NOTHING""".formatted(DOMAINS);

    static final String JOIN = """
            INSERT INTO audience_member (newsletter, subscriber_id, unsubscribe_token, confirmed_at)
            SELECT ?, ('01900000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid,
                left(repeat(md5(number::text), 6), 180), now()
            FROM generate_series(1, ?) AS number""";

    public static String address(UUID id) {
        return address((int) (id.getLeastSignificantBits() & NUMBER));
    }

    private static String address(int number) {
        return "reader-" + number + "@mail-" + number % DOMAINS + ".example.com";
    }

    public Set<String> addresses() {
        return IntStream.rangeClosed(1, readers)
                .mapToObj(Audience::address)
                .collect(HashSet::new, Set::add, Set::addAll);
    }
}
