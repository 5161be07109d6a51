-- Wanted once more while it runs; db-scheduler names the columns that it writes, and passes over this one.
ALTER TABLE scheduled_tasks ADD COLUMN again boolean NOT NULL DEFAULT false;
