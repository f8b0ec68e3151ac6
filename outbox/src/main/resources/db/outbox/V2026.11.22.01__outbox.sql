-- Events that were decided together with a change and have still to reach Kafka, or reached it not long ago.
CREATE TABLE outbox_event (
    sequence    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    uuid        NOT NULL UNIQUE,
    event_type  text        NOT NULL,
    topic       text        NOT NULL,
    record_key  text        NOT NULL,
    data        text        NOT NULL,
    traceparent text,
    occurred_at timestamptz NOT NULL,
    sent_at     timestamptz
);

-- The relay's only question: what is unsent, oldest first. The index holds the backlog alone, however long the table.
CREATE INDEX outbox_event_unsent ON outbox_event (sequence) WHERE sent_at IS NULL;
CREATE INDEX outbox_event_sent ON outbox_event (sent_at) WHERE sent_at IS NOT NULL;

-- Events whose effect is in this database.
CREATE TABLE inbox_event (
    consumer   text        NOT NULL,
    event_id   uuid        NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);

CREATE INDEX inbox_event_handled ON inbox_event (handled_at);
