/** Handing mail over to the relay: connections, outcomes, retry times, and the links that mails carry. */
package dev.broadsheet.notification.mail;
