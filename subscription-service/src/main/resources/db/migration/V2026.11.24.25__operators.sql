-- For the list that operators page through.
CREATE INDEX suppression_age ON suppression (since, address_hash);

-- Where an import brought a subscription, the import brought the proof of consent, too; elsewhere the sign-up is the proof.
ALTER TABLE subscription
    ADD COLUMN consented_at timestamptz,
    ADD COLUMN consent_source text;

-- What became of each import, written along with the rows that it tells of.
CREATE TABLE subscriber_import (
    id                   uuid        PRIMARY KEY,
    format               text        NOT NULL CHECK (format IN ('CSV', 'NDJSON')),
    state                text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'ABORTED')),
    rows_read            bigint      NOT NULL DEFAULT 0,
    imported             bigint      NOT NULL DEFAULT 0,
    unchanged            bigint      NOT NULL DEFAULT 0,
    skipped_suppressed   bigint      NOT NULL DEFAULT 0,
    skipped_unsubscribed bigint      NOT NULL DEFAULT 0,
    rejected             bigint      NOT NULL DEFAULT 0,
    started_at           timestamptz NOT NULL,
    -- An import that does not stir any more died with its process.
    heartbeat_at         timestamptz NOT NULL,
    finished_at          timestamptz
);

CREATE INDEX subscriber_import_age ON subscriber_import (started_at, id);
CREATE INDEX subscriber_import_running ON subscriber_import (heartbeat_at) WHERE state = 'RUNNING';

CREATE TABLE subscriber_import_error (
    import_id uuid    NOT NULL REFERENCES subscriber_import ON DELETE CASCADE,
    position  integer NOT NULL,
    line      bigint  NOT NULL,
    field     text    NOT NULL,
    code      text    NOT NULL,
    message   text    NOT NULL,
    PRIMARY KEY (import_id, position)
);
