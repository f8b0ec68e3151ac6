-- What was reported of a mail, so that a report that is repeated has no second effect. Kept for a month, and no longer than
-- the reader.
CREATE TABLE mail_report (
    subscriber_id uuid        NOT NULL,
    -- The edition or the mail that came back; what stands for the report itself where it does not tell.
    mail_id       uuid        NOT NULL,
    what          text        NOT NULL CHECK (what IN ('HARD', 'SOFT', 'COMPLAINT')),
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (subscriber_id, mail_id, what)
);

CREATE INDEX mail_report_recorded ON mail_report (recorded_at);

-- Mails that asked to leave a newsletter, by a digest that tells nothing of them.
CREATE TABLE unsubscribe_mail (
    digest      bytea       PRIMARY KEY,
    recorded_at timestamptz NOT NULL
);

CREATE INDEX unsubscribe_mail_recorded ON unsubscribe_mail (recorded_at);

-- Providers that keep the envelope to themselves report an address.
CREATE INDEX reader_email ON reader (email);

-- Dead letters that an operator has published again.
CREATE TABLE dead_letter_replay (
    topic       text        NOT NULL,
    "partition" integer     NOT NULL,
    "offset"    bigint      NOT NULL,
    replayed_at timestamptz NOT NULL,
    PRIMARY KEY (topic, "partition", "offset")
);
