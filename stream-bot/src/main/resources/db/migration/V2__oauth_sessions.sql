-- One row is one consent at a platform, from the click to the callback. Only hashes of what the browser carries.
CREATE TABLE oauth_session (
    state_hash text PRIMARY KEY,
    browser_hash text NOT NULL,
    platform text NOT NULL,
    streamer_id uuid,
    secrets bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    consumed_at timestamptz
);

CREATE INDEX oauth_session_expiry ON oauth_session (expires_at);
