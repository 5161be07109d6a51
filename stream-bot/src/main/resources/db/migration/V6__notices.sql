-- In which language a streamer reads; null until they have looked at a page.
ALTER TABLE streamer ADD COLUMN language text;

-- When they were last told that the link ends soon, which is done once for each grant.
ALTER TABLE connection ADD COLUMN reminded_at timestamptz;
