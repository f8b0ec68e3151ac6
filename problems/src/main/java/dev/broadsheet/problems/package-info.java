/**
 * RFC 9457 answers, the same in every service: {@code type}, {@code title}, {@code status}, {@code detail}, {@code
 * instance}, {@code requestId} and, for bad input, {@code violations}. Nothing of the inside of a service and nothing of
 * the input's values ever stands in an answer.
 */
package dev.broadsheet.problems;
