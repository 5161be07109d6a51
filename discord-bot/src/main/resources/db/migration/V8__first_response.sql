-- When the staff should first have answered, counted in their working hours.
ALTER TABLE ticket ADD COLUMN first_response_due timestamptz;

CREATE INDEX ticket_response_due ON ticket (first_response_due)
    WHERE state = 'OPEN' AND first_response_at IS NULL AND first_response_due IS NOT NULL;
