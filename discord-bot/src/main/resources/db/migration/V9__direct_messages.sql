-- Direct messages that other services want, written down before Discord is asked, so that a repetition sends none twice.
CREATE TABLE direct_message (
    key         uuid        PRIMARY KEY,
    intended_at timestamptz NOT NULL,
    tries       int         NOT NULL DEFAULT 1,
    sent_at     timestamptz
);

CREATE INDEX direct_message_intended ON direct_message (intended_at);
