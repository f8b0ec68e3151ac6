package dev.broadsheet.subscription.signup;

import dev.broadsheet.subscription.subscriber.EmailAddress;
import java.util.List;

/**
 * What a reader asks for, checked.
 *
 * @param newsletters at least one, each once
 * @param zone null where unknown
 */
record SignUpRequest(EmailAddress address, List<String> newsletters, String zone) {}
