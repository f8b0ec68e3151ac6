/** What an edition's readers get: written and encoded once per language, then filled in for each. */
package dev.broadsheet.notification.editionmail;
