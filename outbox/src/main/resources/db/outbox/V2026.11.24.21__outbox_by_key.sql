-- For forgetting what is left of one aggregate's events when its subject is erased.
CREATE INDEX outbox_event_key ON outbox_event (record_key);
