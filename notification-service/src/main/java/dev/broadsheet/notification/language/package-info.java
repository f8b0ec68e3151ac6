/** The languages that mails are written in. */
package dev.broadsheet.notification.language;
