-- What readers can sign up for. `version` grows with each change; `announced_version` is the one that was last published.
CREATE TABLE newsletter (
    slug              text     PRIMARY KEY CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name              text     NOT NULL,
    tagline           text     NOT NULL,
    description       text     NOT NULL,
    kind              text     NOT NULL CHECK (kind IN ('TOPIC', 'LOCAL', 'SPECIAL')),
    cadence           text     NOT NULL CHECK (cadence IN ('IMMEDIATE', 'DAILY', 'WEEKLY')),
    send_time         time,
    send_day          text     CHECK (send_day IN
                                   ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    zone              text     NOT NULL,
    market            text,
    curator_slug      text,
    curator_name      text,
    sender_name       text     NOT NULL,
    sender_address    text     NOT NULL,
    archived          boolean  NOT NULL DEFAULT false,
    version           integer  NOT NULL DEFAULT 1,
    announced_version integer  NOT NULL DEFAULT 0,
    changed_at        timestamptz NOT NULL DEFAULT now(),
    CHECK ((send_time IS NULL) = (cadence = 'IMMEDIATE')),
    CHECK ((send_day IS NULL) = (cadence <> 'WEEKLY')),
    CHECK ((market IS NULL) = (kind <> 'LOCAL')),
    CHECK ((curator_slug IS NULL) = (curator_name IS NULL))
);

-- A reader. Every change to anything of a reader's locks this row first: that is what keeps a reader's events in order.
CREATE TABLE subscriber (
    id         uuid        PRIMARY KEY,
    email      text        NOT NULL,
    email_key  text        NOT NULL UNIQUE,
    state      text        NOT NULL CHECK (state IN ('UNCONFIRMED', 'ACTIVE')),
    locale     text        NOT NULL,
    zone       text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

COMMENT ON COLUMN subscriber.email IS 'As the reader typed it, with the domain in its ASCII form';
COMMENT ON COLUMN subscriber.email_key IS 'The address in lower case: one subscriber, however it is typed';

CREATE TABLE subscription (
    subscriber_id uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    newsletter    text        NOT NULL REFERENCES newsletter,
    state         text        NOT NULL CHECK (state IN ('PENDING', 'CONFIRMED', 'CANCELLED')),
    requested_at  timestamptz NOT NULL,
    confirmed_at  timestamptz,
    cancelled_at  timestamptz,
    PRIMARY KEY (subscriber_id, newsletter)
);

-- One row for each request that asked for something the reader had not confirmed. It is the proof of consent.
CREATE TABLE sign_up (
    id            uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    newsletters   text[]      NOT NULL CHECK (cardinality(newsletters) > 0),
    withdrawn     text[]      NOT NULL DEFAULT '{}',
    source_form   text        NOT NULL,
    source_page   text,
    requested_at  timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    confirmed_at  timestamptz
);

COMMENT ON COLUMN sign_up.withdrawn IS
    'Newsletters that the reader left after this sign-up and before confirming it: confirming it does not bring them back';

-- For an unsubscribe, which withdraws from the reader's open sign-ups.
CREATE INDEX sign_up_open ON sign_up (subscriber_id) WHERE confirmed_at IS NULL;
