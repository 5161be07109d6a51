#!/bin/bash
# A database and a role for each service, one role that may read them all, and the superuser's password. Runs when the database
# is made, and again after a password has changed: docker-compose exec discord-bot-db /docker-entrypoint-initdb.d/10-databases.sh
set -euo pipefail

# Told again what is so already, PostgreSQL would say so.
export PGOPTIONS="-c client_min_messages=warning"
sql() { psql -v ON_ERROR_STOP=1 -q --no-password -U postgres -d postgres "$@"; }

role() { # name, file of its password, further attributes
  # psql reads the file itself: an argument would stand in the list of processes.
  sql -v role="$1" <<SQL
\\set password \`cat /run/secrets/$2\`
SELECT NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') AS missing \gset
\if :missing
CREATE ROLE :"role";
\endif
ALTER ROLE :"role" LOGIN ${3:-} PASSWORD :'password';
SQL
}

database() {
  role "$1" "$2"
  sql -v name="$1" <<'SQL'
SELECT NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') AS missing \gset
\if :missing
CREATE DATABASE :"name" OWNER :"name";
\endif
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

role postgres POSTGRES_PASSWORD
database discord_bot DISCORD_BOT_DB_PASSWORD
database stream_bot STREAM_BOT_DB_PASSWORD
database dashboard DASHBOARD_DB_PASSWORD

# Restores into scratch databases of its own, hence CREATEDB.
role backup BACKUP_DB_PASSWORD CREATEDB
sql <<'SQL'
REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;
GRANT CONNECT ON DATABASE discord_bot, stream_bot, dashboard, postgres TO backup;
GRANT pg_read_all_data TO backup;
SQL
