/** Mail as RFC 5322 and MIME want it: headers that nobody can break out of, and bodies that are encoded once. */
package dev.broadsheet.notification.mime;
