package dev.broadsheet.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What became of an edition.
 *
 * @param deliveries rows by state
 * @param missed members of the audience without a row that says SENT
 * @param notArrived members of the audience of whose mail the relay knows nothing
 * @param strangers others who got it
 * @param otherMessageIds mails to somebody who has got it under another Message-ID
 * @param repeated mails that came again
 * @param unanswered mails that the relay took without a reply
 * @param excused how many others were under way when a sender was killed
 * @param unexcused mails that came again though the relay had answered
 */
public record FaultResult(
        String title,
        int readers,
        Map<String, Long> deliveries,
        long missed,
        long notArrived,
        long strangers,
        long otherMessageIds,
        long repeated,
        long unanswered,
        long excused,
        long unexcused,
        double seconds) {

    /** What was promised and not kept, as sentences. */
    public List<String> broken() {
        List<String> broken = new ArrayList<>();
        if (!deliveries.equals(Map.of("SENT", (long) readers))) {
            broken.add("of " + readers + " deliveries, the ledger has " + deliveries);
        }
        tell(broken, missed, "readers are not SENT in the ledger");
        tell(broken, notArrived, "readers got nothing");
        tell(broken, strangers, "got it who are not in the audience");
        tell(broken, otherMessageIds, "mails came again under another Message-ID");
        if (unexcused > excused) {
            broken.add(unexcused + " mails came twice, and " + excused + " were under way");
        }
        return broken;
    }

    private static void tell(List<String> broken, long count, String what) {
        if (count > 0) {
            broken.add(count + " " + what);
        }
    }
}
