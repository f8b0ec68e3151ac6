/**
 * The editors' Markdown subset (emphasis, strong, code, links to http, https and mailto) as safe HTML and as plain text.
 * What an editor typed reaches readers' mail programs and browsers through here and nowhere else.
 */
package dev.broadsheet.markup;
