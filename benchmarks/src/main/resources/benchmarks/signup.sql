-- What becomes of a sign-up of an unknown address, in the end: the rows that subscription-service makes.
-- Keys are numbers that grow, as the service's are: random ones would scatter over the indexes, and cost more.
INSERT INTO subscriber (id, email, email_key, state, locale, zone, created_at, updated_at)
VALUES (lpad(to_hex(cast(:reader AS bigint)), 32, '0')::uuid,
    'reader-' || cast(:reader AS bigint) || '@mail' || cast(:domain AS bigint) || '.example',
    'reader-' || cast(:reader AS bigint) || '@mail' || cast(:domain AS bigint) || '.example',
    'UNCONFIRMED', 'en', NULL, now(), now());
INSERT INTO subscription (subscriber_id, newsletter, state, requested_at)
VALUES (lpad(to_hex(cast(:reader AS bigint)), 32, '0')::uuid, 'markets', 'PENDING', now());
INSERT INTO sign_up (id, subscriber_id, newsletters, withdrawn, source_form, source_page, requested_at, expires_at,
    mailed_at, mail_due_at)
VALUES (lpad(to_hex(cast(:reader AS bigint)), 32, '0')::uuid, lpad(to_hex(cast(:reader AS bigint)), 32, '0')::uuid,
    '{markets}', '{}', 'api', NULL, now(), now() + interval '7 days', now(), now());
INSERT INTO outbox_event (event_id, event_type, topic, record_key, data, traceparent, occurred_at)
VALUES (lpad(to_hex(cast(:reader AS bigint)), 32, '0')::uuid, 'SUBSCRIPTION_CREATED', 'broadsheet.subscriptions.v1',
    cast(lpad(to_hex(cast(:reader AS bigint)), 32, '0')::uuid AS text), :data, NULL, now());
