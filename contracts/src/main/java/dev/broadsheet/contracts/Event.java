package dev.broadsheet.contracts;

/**
 * A fact that one service published and any number of others may read: past tense, immutable.
 *
 * <p>An event is what stands in the value of a Kafka record, as JSON in UTF-8. Its id, type, time and the rest of the
 * CloudEvents 1.0 attributes stand in the record's headers. Events only ever gain optional properties; readers ignore
 * properties and types that they do not know.
 */
public interface Event {

    /**
     * The id of the aggregate that the event speaks of. It is the record's key and the {@code ce_subject}: Kafka keeps
     * events of one aggregate in the order in which they were published, and promises nothing between aggregates.
     */
    String aggregateId();
}
