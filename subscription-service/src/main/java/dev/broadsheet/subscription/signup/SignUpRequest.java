package dev.broadsheet.subscription.signup;

import dev.broadsheet.subscription.address.EmailAddress;
import java.util.List;

/**
 * What a reader asks for, checked.
 *
 * @param newsletters at least one, each once
 * @param zone null where unknown
 * @param suspicion why it is to be held; null where nothing speaks for that
 */
record SignUpRequest(EmailAddress address, List<String> newsletters, String zone, HoldReason suspicion) {}
