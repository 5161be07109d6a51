-- Who wrote the cards that the bot has posted for staff at the web, as Discord knows them for the bot's.
CREATE TABLE web_reply (
    message_id bigint PRIMARY KEY,
    staff_id   bigint NOT NULL
);
CREATE INDEX web_reply_staff ON web_reply (staff_id);
