-- Every thread that a ticket has had, and its notes' (staff_only): what is said is filed under the thread it was said in.
CREATE TABLE transcript_thread (
    thread_id  bigint  PRIMARY KEY,
    ticket_id  uuid    NOT NULL REFERENCES ticket,
    staff_only boolean NOT NULL,
    read_to    bigint  NOT NULL DEFAULT 0
);

CREATE INDEX transcript_thread_of_ticket ON transcript_thread (ticket_id);

INSERT INTO transcript_thread (thread_id, ticket_id, staff_only)
SELECT thread_id, id, false FROM ticket WHERE thread_id IS NOT NULL
UNION ALL
SELECT note_thread_id, id, true FROM ticket WHERE note_thread_id IS NOT NULL;

-- A trigger, so that no way of moving a ticket to another thread can forget it.
CREATE FUNCTION keep_ticket_threads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO transcript_thread (thread_id, ticket_id, staff_only)
    SELECT thread, NEW.id, notes
    FROM (VALUES (NEW.thread_id, false), (NEW.note_thread_id, true)) AS v (thread, notes)
    WHERE thread IS NOT NULL
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE TRIGGER ticket_threads AFTER UPDATE ON ticket FOR EACH ROW
    WHEN (NEW.thread_id IS DISTINCT FROM OLD.thread_id OR NEW.note_thread_id IS DISTINCT FROM OLD.note_thread_id)
    EXECUTE FUNCTION keep_ticket_threads();

-- People who were added to a ticket, and read its transcript.
CREATE TABLE ticket_person (
    ticket_id uuid   NOT NULL REFERENCES ticket,
    user_id   bigint NOT NULL,
    PRIMARY KEY (ticket_id, user_id)
);

CREATE INDEX ticket_person_of_user ON ticket_person (user_id);

-- No foreign key to its thread: the first message is said before the ticket knows which thread it got.
CREATE TABLE transcript_message (
    id          bigint      PRIMARY KEY,
    thread_id   bigint      NOT NULL,
    author_id   bigint      NOT NULL,
    author_name text        NOT NULL,
    author_kind text        NOT NULL CHECK (author_kind IN ('MEMBER', 'STAFF', 'BOT')),
    said_at     timestamptz NOT NULL,
    content     text        NOT NULL,
    card        text        NOT NULL,
    names       jsonb       NOT NULL,
    blank       boolean     NOT NULL,
    reply_to    bigint,
    earlier     jsonb       NOT NULL DEFAULT '[]',
    edited_at   timestamptz,
    deleted_at  timestamptz,
    erased_at   timestamptz,
    search      tsvector    GENERATED ALWAYS AS (to_tsvector('simple', content || ' ' || card)) STORED
);

CREATE INDEX transcript_message_of_thread ON transcript_message (thread_id, id);
CREATE INDEX transcript_message_of_author ON transcript_message (author_id);
CREATE INDEX transcript_message_search ON transcript_message USING gin (search);
CREATE INDEX ticket_title_search ON ticket USING gin (to_tsvector('simple', title));

CREATE TABLE transcript_file (
    id         bigint  PRIMARY KEY,
    message_id bigint  NOT NULL REFERENCES transcript_message,
    name       text    NOT NULL,
    size       bigint  NOT NULL,
    url        text    NOT NULL,
    state      text    NOT NULL CHECK (state IN ('WAITING', 'SAVED', 'TOO_LARGE', 'GONE', 'OFF', 'ERASED'))
);

CREATE INDEX transcript_file_of_message ON transcript_file (message_id);

-- Spring Session's own schema: org/springframework/session/jdbc/schema-postgresql.sql.
CREATE TABLE SPRING_SESSION (
	PRIMARY_ID CHAR(36) NOT NULL,
	SESSION_ID CHAR(36) NOT NULL,
	CREATION_TIME BIGINT NOT NULL,
	LAST_ACCESS_TIME BIGINT NOT NULL,
	MAX_INACTIVE_INTERVAL INT NOT NULL,
	EXPIRY_TIME BIGINT NOT NULL,
	PRINCIPAL_NAME VARCHAR(100),
	CONSTRAINT SPRING_SESSION_PK PRIMARY KEY (PRIMARY_ID)
);

CREATE UNIQUE INDEX SPRING_SESSION_IX1 ON SPRING_SESSION (SESSION_ID);
CREATE INDEX SPRING_SESSION_IX2 ON SPRING_SESSION (EXPIRY_TIME);
CREATE INDEX SPRING_SESSION_IX3 ON SPRING_SESSION (PRINCIPAL_NAME);

CREATE TABLE SPRING_SESSION_ATTRIBUTES (
	SESSION_PRIMARY_ID CHAR(36) NOT NULL,
	ATTRIBUTE_NAME VARCHAR(200) NOT NULL,
	ATTRIBUTE_BYTES BYTEA NOT NULL,
	CONSTRAINT SPRING_SESSION_ATTRIBUTES_PK PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
	CONSTRAINT SPRING_SESSION_ATTRIBUTES_FK FOREIGN KEY (SESSION_PRIMARY_ID) REFERENCES SPRING_SESSION(PRIMARY_ID) ON DELETE CASCADE
);
