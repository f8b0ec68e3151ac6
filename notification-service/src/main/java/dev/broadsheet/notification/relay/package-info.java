/** The one way by which mail leaves: SMTP to one relay or several, with fairness, limits, fail-over and DKIM. */
package dev.broadsheet.notification.relay;
