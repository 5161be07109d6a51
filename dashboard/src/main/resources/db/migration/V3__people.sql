CREATE TABLE person (
    id           uuid PRIMARY KEY,
    name         text        NOT NULL,
    password     text,
    role         text        NOT NULL CHECK (role IN ('VIEWER', 'SUPPORT', 'ADMIN')),
    discord_id   bigint UNIQUE,
    oidc_subject text UNIQUE,
    disabled     boolean     NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL
);
CREATE UNIQUE INDEX person_name ON person (lower(name));

-- The password that the environment gave the first admin last, so that a changed one there counts once.
CREATE TABLE first_admin (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    hash text NOT NULL
);

CREATE TABLE sign_in_failure (
    key      text PRIMARY KEY,
    failures int         NOT NULL,
    at       timestamptz NOT NULL
);

CREATE TABLE audit (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key   uuid        NOT NULL UNIQUE,
    at    timestamptz NOT NULL,
    who   text        NOT NULL,
    place text        NOT NULL,
    said  jsonb       NOT NULL
);
CREATE INDEX audit_newest ON audit (at DESC);

CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit is only added to.';
END $$;
CREATE TRIGGER audit_is_only_added_to BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_is_only_added_to();

CREATE TABLE api_token (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL,
    hash       text        NOT NULL UNIQUE,
    scopes     text[]      NOT NULL,
    expires_at timestamptz NOT NULL,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL,
    used_at    timestamptz
);

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
