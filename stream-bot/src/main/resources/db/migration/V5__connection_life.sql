-- What is shown of a link, what is known of its end, and what makes its renewal safe over a crash.
ALTER TABLE connection
    -- '' where a streamer may have one account of a platform, the account's id where they may have several.
    ADD COLUMN slot                   text        NOT NULL DEFAULT '',
    ADD COLUMN picture                text        NOT NULL DEFAULT '',
    ADD COLUMN refreshed_at           timestamptz,
    ADD COLUMN grant_ends             timestamptz,
    ADD COLUMN broken_at              timestamptz,
    ADD COLUMN broken_reason          text,
    -- Claims that nobody has settled yet; above one, a process died in between, and a rotated token may be lost.
    ADD COLUMN open_attempts          int         NOT NULL DEFAULT 0,
    -- The turn among all calls to the platform that a claim has.
    ADD COLUMN call_at                timestamptz,
    -- Kept until the token that replaced it has been accepted once.
    ADD COLUMN previous_refresh_token bytea,
    ADD COLUMN validate_due           timestamptz;

UPDATE connection c SET slot = c.account_id
WHERE EXISTS (SELECT FROM connection o WHERE o.streamer_id = c.streamer_id AND o.platform = c.platform AND o.id < c.id);

CREATE UNIQUE INDEX connection_slot ON connection (streamer_id, platform, slot);
CREATE INDEX connection_validation_due ON connection (validate_due) WHERE validate_due IS NOT NULL AND state <> 'BROKEN';

DROP INDEX connection_due;
CREATE INDEX connection_due ON connection (platform, refresh_due) WHERE state <> 'BROKEN';

-- When a platform may be asked next, by any instance: it is moved on by whoever takes the turns before it.
CREATE TABLE platform_pace (
    platform  text PRIMARY KEY,
    next_call timestamptz NOT NULL
);
