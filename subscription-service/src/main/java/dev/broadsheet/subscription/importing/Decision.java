package dev.broadsheet.subscription.importing;

import java.util.List;

/**
 * What a row may do to a reader who is known.
 *
 * @param newsletters those that the reader gets by it, with the row's status
 */
record Decision(Outcome outcome, List<String> newsletters) {

    /**
     * A reader who is known is not changed, except that newsletters without an answer of the reader are added: by proven
     * consent, or as left. Who left one does not come back to it, and who left all of them to none.
     */
    static Decision of(ImportRow row, KnownReader reader) {
        if (reader.takesNoMail()) {
            return new Decision(Outcome.SKIPPED_SUPPRESSED, List.of());
        }
        return switch (row.status()) {
            case CONFIRMED -> ofConfirmed(row, reader);
            case UNCONFIRMED -> new Decision(Outcome.UNCHANGED, List.of());
            case UNSUBSCRIBED ->
                added(
                        row.newsletters().stream()
                                .filter(newsletter -> !reader.subscriptions().containsKey(newsletter))
                                .toList(),
                        Outcome.UNCHANGED);
        };
    }

    private static Decision ofConfirmed(ImportRow row, KnownReader reader) {
        if (reader.hasLeftEverything()) {
            return new Decision(Outcome.SKIPPED_UNSUBSCRIBED, List.of());
        }
        boolean leftOne = row.newsletters().stream()
                .anyMatch(
                        newsletter -> "CANCELLED".equals(reader.subscriptions().get(newsletter)));
        return added(
                row.newsletters().stream()
                        .filter(newsletter -> {
                            String state = reader.subscriptions().get(newsletter);
                            return state == null || state.equals("PENDING");
                        })
                        .toList(),
                leftOne ? Outcome.SKIPPED_UNSUBSCRIBED : Outcome.UNCHANGED);
    }

    private static Decision added(List<String> newsletters, Outcome otherwise) {
        return new Decision(newsletters.isEmpty() ? otherwise : Outcome.IMPORTED, newsletters);
    }
}
