-- What holds secrets, such as webhooks' addresses, names them by settings or is encrypted at rest by the database's own means.
CREATE TABLE alert_channel (
    id           uuid PRIMARY KEY,
    title        text        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('DISCORD_WEBHOOK', 'DISCORD_BOT', 'EMAIL', 'NTFY', 'WEBHOOK')),
    target       text        NOT NULL,
    severity     text        NOT NULL CHECK (severity IN ('CRITICAL', 'WARNING', 'NOTE')),
    repeat_after interval,
    language     text        NOT NULL,
    enabled      boolean     NOT NULL DEFAULT true
);

CREATE TABLE alert_delivery (
    id         uuid PRIMARY KEY,
    channel    uuid        NOT NULL,
    incident   uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('OPENED', 'REPEATED', 'CLOSED', 'TEST')),
    created_at timestamptz NOT NULL,
    sent_at    timestamptz,
    attempts   int         NOT NULL,
    problem    text        NOT NULL DEFAULT ''
);
CREATE INDEX alert_delivery_newest ON alert_delivery (created_at DESC);
CREATE INDEX alert_delivery_open ON alert_delivery (created_at) WHERE sent_at IS NULL;
