-- Mails to one reader that are no part of an edition are of several kinds now. One request may lead to several mails.

ALTER TABLE confirmation_mail RENAME TO reader_mail;
DROP INDEX confirmation_mail_due;

ALTER TABLE reader_mail
    DROP CONSTRAINT confirmation_mail_pkey,
    DROP CONSTRAINT confirmation_mail_state_check,
    ADD COLUMN kind        text NOT NULL DEFAULT 'CONFIRMATION',
    ADD COLUMN locale      text NOT NULL DEFAULT 'en',
    -- What the mail says. Address, token and newsletters are removed when the mail is final.
    ADD COLUMN token       text,
    ADD COLUMN newsletters text[],
    ADD COLUMN expires_at  timestamptz;

-- Until now the content was the whole SubscriptionCreated, and its links worked for seven days.
UPDATE reader_mail SET
    locale = coalesce(content::jsonb ->> 'locale', 'en'),
    token = content::jsonb -> 'confirmation' ->> 'token',
    newsletters = (SELECT array_agg(slug) FROM jsonb_array_elements_text(content::jsonb -> 'newsletters') AS slug),
    expires_at = coalesce((content::jsonb -> 'confirmation' ->> 'expiresAt')::timestamptz, requested_at + interval '7 days');

ALTER TABLE reader_mail
    DROP COLUMN content,
    ALTER COLUMN kind DROP DEFAULT,
    ALTER COLUMN locale DROP DEFAULT,
    ALTER COLUMN expires_at SET NOT NULL,
    ADD PRIMARY KEY (id, kind),
    ADD CHECK (kind IN ('CONFIRMATION', 'PREFERENCES_LINK', 'ADDRESS_CURRENT', 'ADDRESS_WANTED')),
    -- EXPIRED: the link would have been refused before a relay took the mail.
    ADD CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'RETRY', 'BOUNCED', 'UNCERTAIN', 'EXPIRED'));

CREATE INDEX reader_mail_due ON reader_mail (due_at) WHERE state NOT IN ('SENT', 'BOUNCED', 'EXPIRED');
CREATE INDEX reader_mail_subscriber ON reader_mail (subscriber_id);

ALTER TABLE reader
    ADD COLUMN paused_until timestamptz,
    -- Which event told of this state. What happened before it tells nothing new.
    ADD COLUMN changed_at   timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE reader ALTER COLUMN changed_at DROP DEFAULT;

-- Erased readers whose deliveries still name them: what is under way must be final before it can forget whose it was.
CREATE TABLE erasure (
    subscriber_id uuid        PRIMARY KEY,
    due_at        timestamptz NOT NULL
);

-- Needed while an edition is being frozen only, and it is a reader's id.
UPDATE edition SET frozen_to = NULL WHERE state <> 'FREEZING';
