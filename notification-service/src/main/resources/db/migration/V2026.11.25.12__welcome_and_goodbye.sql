-- Two more mails that are no edition: to who has confirmed, and to who has left.

DO $$
DECLARE
    kinds text := (SELECT conname FROM pg_constraint
                   WHERE conrelid = 'reader_mail'::regclass AND pg_get_constraintdef(oid) LIKE '%CONFIRMATION%');
BEGIN
    EXECUTE format('ALTER TABLE reader_mail DROP CONSTRAINT %I', kinds);
END $$;

ALTER TABLE reader_mail
    ADD CONSTRAINT reader_mail_kind_check CHECK (kind IN (
        'CONFIRMATION', 'PREFERENCES_LINK', 'ADDRESS_CURRENT', 'ADDRESS_WANTED', 'WELCOME', 'GOODBYE')),
    -- Of a welcome to one newsletter: takes the reader out of it. Removed when the mail is final, like the rest.
    ADD COLUMN unsubscribe_token text;
