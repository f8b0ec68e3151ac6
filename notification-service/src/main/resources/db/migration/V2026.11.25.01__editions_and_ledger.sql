-- Editions: a digest is open until its slot, and a closed one keeps its articles as they were then.

ALTER TABLE edition RENAME COLUMN breaking_article TO article;
ALTER TABLE edition
    DROP CONSTRAINT edition_state_check,
    ADD CONSTRAINT edition_state_check CHECK (state IN ('OPEN', 'FREEZING', 'SENDING', 'SENT')),
    -- Of a digest: the moment at which it is to close. There is one digest of a newsletter for a slot.
    ADD COLUMN slot       timestamptz,
    ADD COLUMN held       boolean NOT NULL DEFAULT false,
    ALTER COLUMN closed_at DROP NOT NULL,
    ADD CONSTRAINT edition_closed CHECK (state = 'OPEN' OR closed_at IS NOT NULL),
    ADD CONSTRAINT edition_slot UNIQUE (newsletter, slot);

CREATE INDEX edition_open ON edition (slot) WHERE state = 'OPEN';

-- The event as it was when the edition closed: all readers of an edition get the same. Null while it is open.
ALTER TABLE edition_article
    ADD COLUMN content text;
UPDATE edition_article SET content = article.content FROM article WHERE article.id = edition_article.article_id;

-- Articles of newsletters whose cadence is not known yet: the topics keep no order between each other.
CREATE TABLE unplaced_article (
    newsletter text NOT NULL,
    article_id uuid NOT NULL REFERENCES article,
    PRIMARY KEY (newsletter, article_id)
);

ALTER TABLE newsletter
    ADD COLUMN cadence   text NOT NULL DEFAULT 'DAILY' CHECK (cadence IN ('IMMEDIATE', 'DAILY', 'WEEKLY')),
    ADD COLUMN send_time time,
    ADD COLUMN send_day  text,
    ADD COLUMN zone      text NOT NULL DEFAULT 'UTC';

-- The ledger. While a sender hands a batch over, the batch says which readers are under way; a row is written when
-- its mail is final or put off, so once for most. SENDING of a row is: it is among those its batch has under way.

ALTER TABLE delivery_batch
    ADD COLUMN under_way uuid[] NOT NULL DEFAULT '{}';
UPDATE delivery_batch SET under_way = (
    SELECT coalesce(array_agg(subscriber_id), '{}') FROM delivery
    WHERE batch_id = delivery_batch.id AND delivery.state = 'SENDING')
WHERE state = 'TAKEN';
UPDATE delivery SET state = 'PENDING' WHERE state = 'SENDING';

-- What is due is looked for edition by edition, so that each gets its share.
DROP INDEX delivery_batch_due;
DROP INDEX delivery_batch_open;
CREATE INDEX delivery_batch_open ON delivery_batch (edition_id, due_at) WHERE state <> 'DONE';
CREATE INDEX edition_sending ON edition (id) WHERE state IN ('FREEZING', 'SENDING');

-- Every row is inserted once and changed once. Checking two references costs more than the row itself, and the only
-- writer takes both ids from rows that it holds; room in each page keeps the change off the indexes.
ALTER TABLE delivery
    DROP CONSTRAINT delivery_state_check,
    ADD CONSTRAINT delivery_state_check CHECK (state IN ('PENDING', 'SENT', 'RETRY', 'BOUNCED', 'SUPPRESSED', 'UNCERTAIN')),
    DROP CONSTRAINT delivery_edition_id_fkey,
    DROP CONSTRAINT delivery_batch_id_fkey,
    SET (fillfactor = 50);
