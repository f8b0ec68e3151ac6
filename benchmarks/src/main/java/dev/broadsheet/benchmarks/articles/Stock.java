package dev.broadsheet.benchmarks.articles;

import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.load.Workers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills the newsroom with articles as editors would, a few at a time. */
final class Stock {

    private static final int AT_ONCE = 8;
    private static final int TELL_EVERY = 1_000;
    private static final Duration LIMIT = Duration.ofHours(1);

    private final Desk desk;
    private final Drafts drafts;
    private final Progress progress;

    Stock(Desk desk, Drafts drafts, Progress progress) {
        this.desk = desk;
        this.drafts = drafts;
        this.progress = progress;
    }

    /** Publishes so many; their slugs. */
    List<String> publish(int count) {
        String[] slugs = new String[count];
        AtomicInteger published = new AtomicInteger();
        inParallel(count, number -> {
            slugs[number] =
                    desk.publish(desk.draft(drafts.draft(number))).path("slug").asText();
            int soFar = published.incrementAndGet();
            if (soFar % TELL_EVERY == 0 && soFar < count) {
                progress.step(soFar + " articles published");
            }
        });
        return List.of(slugs);
    }

    /** Drafts so many, from a number on; their ids. */
    List<String> draft(int first, int count) {
        String[] ids = new String[count];
        inParallel(count, number -> ids[number] = desk.draft(drafts.draft(first + number)));
        return Arrays.asList(ids);
    }

    private static void inParallel(int count, NumberedWork work) {
        try (Workers workers = new Workers(AT_ONCE)) {
            for (int i = 0; i < count; i++) {
                int number = i;
                workers.submit(() -> work.run(number));
            }
            workers.await(LIMIT);
        }
    }

    @FunctionalInterface
    private interface NumberedWork {
        void run(int number);
    }
}
