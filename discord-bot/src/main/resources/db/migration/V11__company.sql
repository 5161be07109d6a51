-- Whether anybody was ever added to a ticket, so that a new thread of one with nobody else costs no question who.
ALTER TABLE ticket ADD COLUMN had_company boolean NOT NULL DEFAULT false;
UPDATE ticket SET had_company = true WHERE id IN (SELECT ticket_id FROM ticket_person);
