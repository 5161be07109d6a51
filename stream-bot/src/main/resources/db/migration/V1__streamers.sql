CREATE TABLE streamer (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    created_at timestamptz NOT NULL
);

-- One row is everything about one link: whose, with which tokens, when they are renewed and who is at it.
CREATE TABLE connection (
    id uuid PRIMARY KEY,
    streamer_id uuid NOT NULL REFERENCES streamer ON DELETE CASCADE,
    platform text NOT NULL,
    account_id text NOT NULL,
    account_name text NOT NULL,
    scopes text NOT NULL,
    access_token bytea NOT NULL,
    refresh_token bytea,
    linked_at timestamptz NOT NULL,
    granted_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    refresh_due timestamptz NOT NULL,
    lease_until timestamptz,
    state text NOT NULL CHECK (state IN ('LIVE', 'RETRYING', 'BROKEN')),
    failures integer NOT NULL DEFAULT 0,
    version bigint NOT NULL DEFAULT 0,
    UNIQUE (platform, account_id)
);

CREATE INDEX connection_of_streamer ON connection (streamer_id);
CREATE INDEX connection_due ON connection (refresh_due) WHERE state <> 'BROKEN';
