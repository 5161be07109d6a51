-- A category holds 50 channels, so a server may have several of each kind.
ALTER TABLE guild_setup
    ADD COLUMN active_category_ids  bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN archive_category_ids bigint[] NOT NULL DEFAULT '{}';

UPDATE guild_setup SET
    active_category_ids = array_remove(ARRAY[active_category_id], NULL),
    archive_category_ids = array_remove(ARRAY[archive_category_id], NULL);

ALTER TABLE guild_setup
    DROP COLUMN active_category_id,
    DROP COLUMN archive_category_id;

-- Which instance holds which part of the servers, and until when.
CREATE TABLE shard_lease (
    shard   int         PRIMARY KEY,
    holder  uuid        NOT NULL,
    until   timestamptz NOT NULL
);

CREATE INDEX ticket_note_thread ON ticket (note_thread_id) WHERE note_thread_id IS NOT NULL;
