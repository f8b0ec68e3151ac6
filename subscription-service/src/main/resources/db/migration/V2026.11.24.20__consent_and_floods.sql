-- What was asked for at the door, in the order of arrival, and is decided a moment later by whoever works it off: an
-- answer that waits for one insert and nothing else takes the same time whatever is known of the address.
CREATE TABLE incoming_request (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('SIGN_UP', 'PREFERENCES_LINK')),
    email       text        NOT NULL,
    email_key   text        NOT NULL,
    newsletters text[]      NOT NULL,
    locale      text        NOT NULL,
    zone        text,
    source_form text        NOT NULL,
    source_page text,
    -- Why the door had doubts; null where it had none, or where an operator has released it.
    suspicion   text,
    released    boolean     NOT NULL DEFAULT false,
    received_at timestamptz NOT NULL
);

-- Sign-ups that were answered like all others and wait for an operator's judgement.
CREATE TABLE held_sign_up (
    id          uuid        PRIMARY KEY,
    reason      text        NOT NULL CHECK (reason IN ('TOO_QUICK', 'ADDRESS_LIMIT', 'DOMAIN_LIMIT', 'FAILED')),
    email       text        NOT NULL,
    email_key   text        NOT NULL,
    newsletters text[]      NOT NULL,
    locale      text        NOT NULL,
    zone        text,
    source_form text        NOT NULL,
    source_page text,
    received_at timestamptz NOT NULL,
    held_at     timestamptz NOT NULL,
    -- How often the same address was held for the same reason: a flood is one row.
    times       integer     NOT NULL DEFAULT 1,
    UNIQUE (email_key, reason)
);

CREATE INDEX held_sign_up_age ON held_sign_up (held_at);

ALTER TABLE subscriber
    DROP CONSTRAINT subscriber_state_check,
    ADD CONSTRAINT subscriber_state_check CHECK (state IN ('UNCONFIRMED', 'ACTIVE', 'UNDELIVERABLE', 'COMPLAINED')),
    ADD COLUMN paused_until date;

COMMENT ON COLUMN subscriber.paused_until IS 'The first day of editions after a pause, in the reader''s zone';

ALTER TABLE sign_up
    -- When the confirmation mail was ordered; null while it waits for its turn.
    ADD COLUMN mailed_at timestamptz,
    -- When a mail that waits may be ordered.
    ADD COLUMN mail_due_at timestamptz;

UPDATE sign_up SET mailed_at = requested_at;

CREATE INDEX sign_up_subscriber ON sign_up (subscriber_id);
DROP INDEX sign_up_open;
CREATE INDEX sign_up_mail_due ON sign_up (mail_due_at) WHERE mailed_at IS NULL;

-- Links to preferences that were mailed: how many in how long is limited.
CREATE TABLE preferences_link (
    id            uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    requested_at  timestamptz NOT NULL
);

CREATE INDEX preferences_link_subscriber ON preferences_link (subscriber_id, requested_at);

CREATE TABLE address_change (
    id                   uuid        PRIMARY KEY,
    subscriber_id        uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    current_email        text        NOT NULL,
    wanted_email         text        NOT NULL,
    wanted_key           text        NOT NULL,
    requested_at         timestamptz NOT NULL,
    expires_at           timestamptz NOT NULL,
    current_confirmed_at timestamptz,
    wanted_confirmed_at  timestamptz,
    changed_at           timestamptz
);

CREATE INDEX address_change_subscriber ON address_change (subscriber_id, requested_at);

-- Mails that came back for a passing reason: three within 14 days, and the address counts as undeliverable.
CREATE TABLE soft_bounce (
    event_id      uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    bounced_at    timestamptz NOT NULL
);

CREATE INDEX soft_bounce_subscriber ON soft_bounce (subscriber_id, bounced_at);

-- Addresses that get no mail, whoever asks. The hash is keyed: the list tells nobody who is on it.
CREATE TABLE suppression (
    address_hash bytea       PRIMARY KEY,
    reason       text        NOT NULL CHECK (reason IN ('BOUNCED', 'COMPLAINED', 'ERASED', 'OPERATOR')),
    since        timestamptz NOT NULL
);

-- Proofs of work that were accepted once. Kept until they expire by themselves.
CREATE TABLE spent_proof (
    challenge  text        PRIMARY KEY,
    expires_at timestamptz NOT NULL
);

CREATE INDEX spent_proof_expiry ON spent_proof (expires_at);
