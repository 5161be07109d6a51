-- How far the log channel has got.
ALTER TABLE guild_setup ADD COLUMN logged_up_to bigint NOT NULL DEFAULT 0;
