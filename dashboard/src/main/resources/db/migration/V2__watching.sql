DROP TABLE state_change;

-- Numbers for the checks' names, as those stand in every line of the history.
CREATE TABLE watched (
    id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug text NOT NULL UNIQUE
);

-- Each look, for two days; a partition for each day is made by who writes and dropped by the roll-up.
CREATE TABLE look (
    watched   int         NOT NULL,
    at        timestamptz NOT NULL,
    health    text        NOT NULL,
    covers_ms int         NOT NULL,
    took_ms   int         NOT NULL
) PARTITION BY RANGE (at);
CREATE INDEX look_by_time ON look (at);

CREATE FUNCTION look_partition(day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text := 'look_' || to_char(day, 'YYYYMMDD');
BEGIN
    IF to_regclass(name) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF look FOR VALUES FROM (%L) TO (%L)', name,
                       day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
    END IF;
END $$;

CREATE TABLE look_minute (
    watched     int         NOT NULL REFERENCES watched,
    at          timestamptz NOT NULL,
    up_ms       bigint      NOT NULL,
    degraded_ms bigint      NOT NULL,
    down_ms     bigint      NOT NULL,
    unknown_ms  bigint      NOT NULL,
    paused_ms   bigint      NOT NULL,
    looks       bigint      NOT NULL,
    took_ms     bigint      NOT NULL,
    took_max_ms bigint      NOT NULL,
    PRIMARY KEY (watched, at)
);
CREATE INDEX look_minute_by_time ON look_minute (at);
CREATE TABLE look_hour (LIKE look_minute INCLUDING ALL);
CREATE TABLE look_day (LIKE look_minute INCLUDING ALL);

-- Up to where each table is complete.
CREATE TABLE rolled_up (
    unit  text PRIMARY KEY CHECK (unit IN ('minute', 'hour', 'day')),
    until timestamptz NOT NULL
);
INSERT INTO rolled_up (unit, until)
SELECT unit, date_trunc('day', now(), 'UTC') FROM unnest(ARRAY ['minute', 'hour', 'day']) AS unit;

CREATE TABLE incident (
    id        uuid PRIMARY KEY,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    severity  text        NOT NULL CHECK (severity IN ('CRITICAL', 'WARNING', 'NOTE')),
    origin    text        NOT NULL,
    causes    jsonb       NOT NULL,
    affected  jsonb       NOT NULL
);
CREATE INDEX incident_newest ON incident (opened_at DESC);
CREATE INDEX incident_open ON incident (opened_at) WHERE closed_at IS NULL;

CREATE TABLE incident_entry (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key      uuid        NOT NULL UNIQUE,
    incident uuid        NOT NULL REFERENCES incident,
    at       timestamptz NOT NULL,
    kind     text        NOT NULL,
    by       text        NOT NULL,
    said     jsonb       NOT NULL
);
CREATE INDEX incident_entry_story ON incident_entry (incident, at);

CREATE TABLE check_definition (
    id         text PRIMARY KEY,
    wanted     jsonb       NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text        NOT NULL
);

CREATE TABLE maintenance (
    id         uuid PRIMARY KEY,
    title      text        NOT NULL,
    checks     text[]      NOT NULL,
    starts     timestamptz NOT NULL,
    ends       timestamptz NOT NULL CHECK (ends > starts),
    repeat     text        NOT NULL CHECK (repeat IN ('ONCE', 'DAILY', 'WEEKLY')),
    zone       text        NOT NULL,
    created_by text        NOT NULL
);

CREATE TABLE push_report (
    check_id text PRIMARY KEY,
    at       timestamptz NOT NULL,
    failed   boolean     NOT NULL,
    words    text        NOT NULL
);

CREATE TABLE scheduled_tasks (
    task_name            text                     NOT NULL,
    task_instance        text                     NOT NULL,
    task_data            bytea,
    execution_time       timestamp with time zone NOT NULL,
    picked               boolean                  NOT NULL,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   NOT NULL,
    priority             smallint,
    state                text,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
