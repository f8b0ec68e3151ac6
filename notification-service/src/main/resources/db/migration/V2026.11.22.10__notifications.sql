-- Projections: what this service keeps of other services' events.

CREATE TABLE newsletter (
    slug           text        PRIMARY KEY,
    name           text        NOT NULL,
    tagline        text        NOT NULL,
    sender_name    text        NOT NULL,
    sender_address text        NOT NULL,
    archived       boolean     NOT NULL,
    changed_at     timestamptz NOT NULL
);

CREATE TABLE reader (
    subscriber_id     uuid PRIMARY KEY,
    email             text NOT NULL,
    locale            text NOT NULL,
    zone              text,
    preferences_token text NOT NULL
);

CREATE TABLE audience_member (
    newsletter        text        NOT NULL,
    subscriber_id     uuid        NOT NULL REFERENCES reader ON DELETE CASCADE,
    unsubscribe_token text        NOT NULL,
    confirmed_at      timestamptz NOT NULL,
    PRIMARY KEY (newsletter, subscriber_id)
);

CREATE INDEX audience_member_subscriber ON audience_member (subscriber_id);

CREATE TABLE article (
    id           uuid        PRIMARY KEY,
    headline     text        NOT NULL,
    published_at timestamptz NOT NULL,
    -- The event as it was published: a mail is made from all of it, a query needs none of it.
    content      text        NOT NULL
);

-- Mails to one reader that are no part of an edition. Address and content are removed when the mail is final.

CREATE TABLE confirmation_mail (
    id              uuid        PRIMARY KEY,
    subscriber_id   uuid        NOT NULL,
    email           text,
    content         text,
    state           text        NOT NULL CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'RETRY', 'BOUNCED', 'UNCERTAIN')),
    attempts        integer     NOT NULL DEFAULT 0,
    failure         text,
    due_at          timestamptz NOT NULL,
    requested_at    timestamptz NOT NULL,
    handed_over_at  timestamptz
);

-- Both what waits for its time and what a sender holds until its lease ends: due_at means "look at it again".
CREATE INDEX confirmation_mail_due ON confirmation_mail (due_at) WHERE state NOT IN ('SENT', 'BOUNCED');

-- The ledger.

CREATE TABLE edition (
    id               uuid        PRIMARY KEY,
    newsletter       text        NOT NULL,
    -- Set for the edition that a breaking article makes, which is at most one per newsletter.
    breaking_article uuid        REFERENCES article,
    state            text        NOT NULL CHECK (state IN ('FREEZING', 'SENDING', 'SENT')),
    closed_at        timestamptz NOT NULL,
    -- The last subscriber of the audience that was frozen: where freezing goes on after a crash.
    frozen_to        uuid,
    audience         bigint      NOT NULL DEFAULT 0,
    finished_at      timestamptz,
    UNIQUE (newsletter, breaking_article)
);

CREATE INDEX edition_freezing ON edition (closed_at) WHERE state = 'FREEZING';
CREATE INDEX edition_newsletter ON edition (newsletter, closed_at);

CREATE TABLE edition_article (
    edition_id uuid    NOT NULL REFERENCES edition,
    position   integer NOT NULL,
    article_id uuid    NOT NULL REFERENCES article,
    PRIMARY KEY (edition_id, position)
);

CREATE TABLE delivery_batch (
    id         uuid PRIMARY KEY,
    edition_id uuid NOT NULL REFERENCES edition,
    -- ORDERED: an order is on its way through Kafka. TAKEN: a sender works on it. WAITING: something of it is due later.
    state      text NOT NULL CHECK (state IN ('ORDERED', 'TAKEN', 'WAITING', 'DONE')),
    owner      uuid,
    -- When to order it again: of a taken batch, the end of its sender's lease; of a waiting one, the time of its next
    -- delivery; of an ordered one, when the order is taken for lost.
    due_at     timestamptz
);

CREATE INDEX delivery_batch_due ON delivery_batch (due_at) WHERE state <> 'DONE';
CREATE INDEX delivery_batch_open ON delivery_batch (edition_id) WHERE state <> 'DONE';

CREATE TABLE delivery (
    edition_id     uuid    NOT NULL REFERENCES edition,
    subscriber_id  uuid    NOT NULL,
    batch_id       uuid    NOT NULL REFERENCES delivery_batch,
    state          text    NOT NULL
        CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'RETRY', 'BOUNCED', 'SUPPRESSED', 'UNCERTAIN')),
    attempts       integer NOT NULL DEFAULT 0,
    failure        text,
    due_at         timestamptz,
    handed_over_at timestamptz,
    PRIMARY KEY (edition_id, subscriber_id)
);

CREATE INDEX delivery_batch_deliveries ON delivery (batch_id);
