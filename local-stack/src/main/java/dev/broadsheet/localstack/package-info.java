/** One machine's Kafka, PostgreSQL and mail, without containers, for development and for tests. */
package dev.broadsheet.localstack;
