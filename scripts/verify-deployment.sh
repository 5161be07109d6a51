#!/usr/bin/env bash
# Looks at a running deployment from outside, and says of each thing what was seen and what to do.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2

help() {
  cat <<'TEXT'
scripts/verify-deployment.sh prints one line for each thing it looks at:

  ok    what was seen
  warn  what was seen — what to do, when there is time
  FAIL  what was seen — what to do

and ends with 0 when nothing failed, with 1 when something did.

  scripts/verify-deployment.sh             finds out by itself what runs here
  scripts/verify-deployment.sh --compose   looks at the containers of docker-compose.yml
  scripts/verify-deployment.sh --demo      looks at what scripts/demo has started
TEXT
}

oks=0 warnings=0 failures=0
ok() { oks=$((oks + 1)); printf 'ok    %s\n' "$1"; }
warn() { warnings=$((warnings + 1)); printf 'warn  %s — %s\n' "$1" "$2"; }
bad() { failures=$((failures + 1)); printf 'FAIL  %s — %s\n' "$1" "$2"; }
# expect CONDITION-COMMAND… -- SEEN-IF-SO SEEN-IF-NOT WHAT-TO-DO
expect() {
  local command=()
  while [ "$1" != -- ]; do command+=("$1"); shift; done
  shift
  if "${command[@]}" > /dev/null 2>&1; then ok "$1"; else bad "$2" "$3"; fi
}
value_of() { sed -n "s/^$1=//p" .env 2>/dev/null | tail -n 1; }
mode_of() { stat -c %a "$1" 2>/dev/null || stat -f %Lp "$1" 2>/dev/null; }

case "${1:-}" in
  --help | -h) help; exit 0 ;;
  --compose | --demo) kind=${1#--} ;;
  "")
    if [ -n "$(docker-compose ps -q 2>/dev/null)" ]; then kind=compose
    elif curl -s -o /dev/null --max-time 5 "http://localhost:${DASHBOARD_PORT:-8080}/livez"; then kind=demo
    elif [ -f .env ]; then kind=compose
    else
      bad "nothing of Homelab runs here" "start it: scripts/setup and docker-compose up -d, or scripts/demo"
      exit 1
    fi ;;
  *) echo "$0 does not know $1; --help says what it takes." >&2; exit 2 ;;
esac

# fetch URL [CURL-ARGUMENTS…]: the status in $status, the headers in $headers. The name always leads to this machine.
fetch() {
  local url=$1; shift
  headers=$(curl -sS -k -o /dev/null -D - --max-time 15 --path-as-is --resolve '*:80:127.0.0.1' --resolve '*:443:127.0.0.1' \
    --resolve "*:${https_port:-443}:127.0.0.1" "$@" "$url" 2>/dev/null | tr -d '\r')
  status=$(printf '%s\n' "$headers" | sed -n 's/^HTTP[^ ]* \([0-9]*\).*/\1/p' | tail -n 1)
  status=${status:-none}
}
header() { printf '%s\n' "$headers" | sed -n "s/^$1: //Ip" | tail -n 1; }

# pages URL: what every page that people see must have.
security_headers() {
  local missing=""
  fetch "$1"
  [ -n "$(header content-security-policy)" ] || missing="$missing Content-Security-Policy"
  [ "$(header x-content-type-options)" = nosniff ] || missing="$missing X-Content-Type-Options"
  [ -n "$(header x-frame-options)" ] || missing="$missing X-Frame-Options"
  [ -n "$(header referrer-policy)" ] || missing="$missing Referrer-Policy"
  if [ -z "$missing" ]; then ok "$1 answers $status with its security headers"
  else bad "$1 lacks$missing" "compare Caddyfile with the one in the repository"; fi
}

. scripts/verify-demo.sh

# ---- docker-compose

services="discord-bot-db redis minio discord-bot stream-bot homelab-dashboard backup caddy"
inside() { docker-compose exec -T "$@" < /dev/null; }
psql_says() { inside discord-bot-db psql -U postgres -d "${2:-postgres}" -Atqc "$1" 2>/dev/null | tr -d '\r'; }

look_at_files() {
  expect docker-compose config -q -- "docker-compose.yml is valid with this .env" \
    "docker-compose.yml is not valid: $(docker-compose config -q 2>&1 | tail -n 1)" "correct what it names, in .env or secrets/"
  if [ ! -f .env ]; then bad "there is no .env" "run scripts/setup"; return; fi
  if [ "$(mode_of .env)" = 600 ]; then ok ".env is readable by you alone"; else bad ".env has mode $(mode_of .env)" "chmod 600 .env"; fi
  if git check-ignore -q .env 2>/dev/null && git check-ignore -q secrets 2>/dev/null; then ok "git ignores .env and secrets/"
  elif [ -e .git ]; then bad "git would take .env or secrets/ up" "add both to .gitignore"; fi
  if [[ $domain =~ ^([A-Za-z0-9-]+\.)*[A-Za-z0-9-]+$ ]]; then ok "PUBLIC_DOMAIN is $domain"
  else bad "PUBLIC_DOMAIN is “$domain”, which is no host name" "correct it in .env"; fi
  if [ "$domain" = localhost ]; then warn "only this machine can reach it, as localhost" "set PUBLIC_DOMAIN in .env to your domain, then docker-compose up -d"; fi
  local name given
  for name in $(sed -n 's/^\([A-Z_]*\(SECRET\|PASSWORD\|TOKEN\|KEYSET\)\)=..*/\1/p' .env); do
    warn "$name stands in .env" "move it to the file secrets/$name"
  done
  for name in DISCORD TWITCH YOUTUBE KICK; do
    given="$(value_of ${name}_CLIENT_ID)"
    if [ -n "$given" ] && [ ! -s "secrets/${name}_CLIENT_SECRET" ]; then bad "${name}_CLIENT_ID is set, but not its secret" "run scripts/setup"
    elif [ -z "$given" ] && [ -s "secrets/${name}_CLIENT_SECRET" ]; then bad "${name}_CLIENT_SECRET is set, but not its id" "run scripts/setup"
    elif [ -z "$given" ]; then warn "$name sign-in is switched off: it has no client id" "run scripts/setup when you want it"
    else ok "$name has a client id and a secret"; fi
  done
  [ -s secrets/DISCORD_BOT_TOKEN ] && ok "the Discord bot has a token" \
    || warn "the Discord bot is switched off: it has no token" "run scripts/setup when you want it"
  [ -s secrets/BACKUP_ENCRYPTION_KEYSET ] && ok "backups are encrypted: keep a copy of secrets/BACKUP_ENCRYPTION_KEYSET elsewhere" \
    || warn "backups are not encrypted" "scripts/setup draws secrets/BACKUP_ENCRYPTION_KEYSET; then docker-compose up -d --force-recreate backup, and keep a copy elsewhere"
}

look_at_secrets() {
  if [ "$(mode_of secrets)" = 700 ]; then ok "secrets/ is open to you alone"; else bad "secrets/ has mode $(mode_of secrets)" "chmod 700 secrets"; fi
  local name weak="" length
  for name in POSTGRES_PASSWORD DISCORD_BOT_DB_PASSWORD STREAM_BOT_DB_PASSWORD DASHBOARD_DB_PASSWORD BACKUP_DB_PASSWORD MINIO_ROOT_PASSWORD \
    ADMIN_PASSWORD INTERNAL_TOKEN_DASHBOARD INTERNAL_TOKEN_STREAM_BOT TOKEN_ENCRYPTION_KEYSET redis.conf REDIS_URL; do
    length=$(wc -c < "secrets/$name" 2>/dev/null || echo 0)
    if [ "$length" -lt 12 ] || grep -qiE '^(minioadmin|changeme|password|postgres|admin)' "secrets/$name"; then weak="$weak $name"; fi
  done
  if [ -z "$weak" ]; then ok "every secret that is needed is there and long"
  else bad "missing, short or well known:$weak" "delete those files, run scripts/setup, and start their services anew"; fi
  if [ -n "$(find secrets -type f -perm /022 2>/dev/null)" ]; then bad "files in secrets/ can be written by others" "chmod 444 secrets/*"
  else ok "nobody else can write secrets"; fi
}

look_at_container() {
  local id state health user locked caps limit privileges
  id=$(docker-compose ps -q -a "$1" 2>/dev/null | head -n 1)
  if [ -z "$id" ]; then bad "$1 does not run" "docker-compose up -d $1"; return; fi
  IFS='|' read -r state health user locked caps limit privileges restarts < <(docker inspect "$id" --format \
    '{{.State.Status}}|{{if .State.Health}}{{.State.Health.Status}}{{end}}|{{.Config.User}}|{{.HostConfig.ReadonlyRootfs}}|{{.HostConfig.CapDrop}}|{{.HostConfig.Memory}}|{{.HostConfig.SecurityOpt}}|{{.RestartCount}}')
  if [ "$state" = running ] && [ "$health" = healthy ]; then ok "$1 runs and is healthy"
  else bad "$1 is $state${health:+, $health}" "docker-compose logs --tail 50 $1"; fi
  local lacks=""
  case "$user" in "" | root | 0 | 0:*) lacks="$lacks, runs as root" ;; esac
  [ "$locked" = true ] || lacks="$lacks, can write its own image"
  [[ $caps == *ALL* ]] || lacks="$lacks, keeps capabilities"
  [ "$limit" != 0 ] || lacks="$lacks, has no memory limit"
  [[ $privileges == *no-new-privileges* ]] || lacks="$lacks, may gain privileges"
  if [ -z "$lacks" ]; then ok "$1 runs as $user, read-only, without capabilities, within $((limit / 1048576)) MB"
  else bad "$1 is not as docker-compose.yml has it${lacks}" "docker-compose up -d --force-recreate $1"; fi
  [ "${restarts:-0}" -lt 3 ] || warn "$1 was restarted $restarts times" "docker-compose logs --tail 200 $1 | grep -iE 'error|exit|killed'"
}

look_at_ports() {
  local name published others=""
  for name in $(docker-compose ps --services 2>/dev/null); do
    [ "$name" = caddy ] && continue
    published=$(docker-compose ps -q "$name" | head -n 1 | xargs -r docker port 2>/dev/null | sed 's/.* -> //' | tr '\n' ' ')
    if [ "$name" = local ] && ! printf '%s' "$published" | grep -vE '^(127\.0\.0\.1:[0-9]+ )*$' > /dev/null; then
      [ -z "$published" ] || ok "the simulators of docker-compose.demo.yml are published to this machine alone"
    elif [ -n "$published" ]; then others="$others $name ($published)"; fi
  done
  if [ -z "$others" ]; then ok "nothing is published but Caddy"; else bad "published besides Caddy:$others" "take their ports out of docker-compose.yml"; fi
  for name in data inside edge; do
    if [ "$(docker network inspect "${project}_$name" --format '{{.Internal}}' 2>/dev/null)" = true ]; then ok "the network $name leads nowhere outside"
    else bad "the network $name is not internal" "docker-compose down, then up again"; fi
  done
}

look_at_the_door() {
  local host path answer
  if [ "$domain" != localhost ]; then
    for host in "$domain" "admin.$domain"; do
      expect getent hosts "$host" -- "$host has an address" "$host has no address" "add it at your DNS provider, pointing to this machine"
    done
  fi
  for host in "$domain" "admin.$domain"; do
    fetch "http://$host${http_suffix}/"
    if [ "$status" = 308 ] && [[ $(header location) == https://$host* ]]; then ok "http://$host leads to https"
    else bad "http://$host answers $status" "docker-compose logs --tail 50 caddy; is another program on port 80?"; fi
    security_headers "https://$host$suffix/"
    if [ "$domain" != localhost ]; then
      expect curl -sS -o /dev/null --max-time 15 --resolve "$host:${https_port}:127.0.0.1" "https://$host$suffix/" -- \
        "the certificate of $host is trusted" "the certificate of $host is not trusted" "docker-compose logs caddy | grep -i -A2 acme; ports 80 and 443 must be reachable"
    else
      answer=$(curl -sS -k -o /dev/null --max-time 15 --resolve '*:443:127.0.0.1' -w '%{http_code}' "https://$host$suffix/" 2>&1 | tr '\n' ' ')
      answer=${answer% }
      [[ $answer =~ ^[0-9]+$ ]] && ok "TLS answers for $host, with Caddy's own authority" \
        || bad "TLS does not answer for $host: $answer" "docker-compose logs --tail 50 caddy"
    fi
    for path in /actuator /actuator/health /ACTUATOR/env //actuator/prometheus /internal/v1/tickets/overview /%69nternal/v1/backups /livez /readyz; do
      fetch "https://$host$suffix$path"
      [ "$status" = 404 ] || { bad "https://$host$path answers $status instead of 404" "compare Caddyfile with the one in the repository"; continue 2; }
    done
    ok "/actuator, /internal and the probes are 404 at $host"
  done
  fetch "https://admin.$domain$suffix/"
  if [ "$status" = 302 ] && [[ $(header location) == */sign-in ]]; then ok "the dashboard asks strangers to sign in"
  else bad "the dashboard answers $status to strangers" "docker-compose logs --tail 50 homelab-dashboard"; fi
  fetch "https://admin.$domain$suffix/sign-in"
  if [[ $(header set-cookie) == __Host-*Secure*HttpOnly* ]]; then ok "the dashboard's cookie is kept to HTTPS and from scripts"
  else bad "the dashboard's cookie is “$(header set-cookie | sed 's/=[^;]*/=…/')”" "TRUSTED_PROXIES or DASHBOARD_URL is wrong in .env"; fi
  fetch "https://$domain$suffix/tickets"
  if [ "$status" = 302 ]; then ok "/tickets leads to the discord-bot"; else bad "/tickets answers $status" "docker-compose logs --tail 50 discord-bot"; fi
}

look_inside() {
  local part
  for part in "discord-bot 8081" "stream-bot 8082" "homelab-dashboard 8080" "backup 8083"; do
    set -- $part
    expect inside "$1" /app/ready "$2" -- "$1 says that it is ready" "$1 is not ready" "docker-compose logs --tail 50 $1"
  done
  expect inside redis sh -c 'REDISCLI_AUTH=$(sed -n "s/^requirepass //p" /run/secrets/redis.conf) redis-cli config get appendonly | grep -qx yes' -- \
    "Redis keeps an append-only file" "Redis keeps no append-only file" "compare secrets/redis.conf with what scripts/setup writes"
  expect inside redis sh -c 'redis-cli ping | grep -q NOAUTH' -- \
    "Redis asks for its password" "Redis asks for no password" "delete secrets/redis.conf and secrets/REDIS_URL, then scripts/setup"
  expect inside minio mc ready local -- "the object store is ready" "the object store is not ready" "docker-compose logs --tail 50 minio"
}

look_at_databases() {
  local name owner version roles
  roles=$(psql_says "SELECT count(*) FROM pg_roles WHERE rolname IN ('discord_bot','stream_bot','dashboard','backup') AND NOT rolsuper AND NOT rolcreaterole")
  if [ "$roles" = 4 ]; then ok "each service has a database role of its own, none of them a superuser"
  else bad "${roles:-none} of 4 database roles are as they should be" "docker-compose exec discord-bot-db /docker-entrypoint-initdb.d/10-databases.sh"; fi
  for name in discord_bot stream_bot dashboard; do
    owner=$(psql_says "SELECT pg_get_userbyid(datdba) || ' ' || has_database_privilege('public', oid, 'CONNECT') FROM pg_database WHERE datname = '$name'")
    if [ "$owner" = "$name false" ]; then ok "the database $name belongs to its service and is closed to the others"
    else bad "the database $name is “$owner”" "docker-compose exec discord-bot-db /docker-entrypoint-initdb.d/10-databases.sh"; fi
    version=$(psql_says "SELECT max(version::int) || ' ' || count(*) FILTER (WHERE NOT success) FROM flyway_schema_history WHERE version IS NOT NULL" "$name")
    if [[ $version == *" 0" ]]; then ok "the schema of $name is at version ${version% 0}"
    else bad "the schema of $name is “${version:-not there}”" "docker-compose logs $(docker-compose config --services 2> /dev/null | grep -- "${name//_/-}\$" | head -n 1) | grep -i flyway"; fi
  done
  [ "$(psql_says 'SHOW data_checksums')" = on ] && ok "PostgreSQL checks its pages for damage" \
    || warn "PostgreSQL has no page checksums" "stop it and run pg_checksums --enable"
}

look_at_backups() {
  local age
  age=$(inside backup bash -c 'exec 3<> /dev/tcp/127.0.0.1/8083; printf "GET /actuator/prometheus HTTP/1.0\r\n\r\n" >&3; cat <&3' 2>/dev/null \
    | tr -d '\r' | sed -n 's/^homelab_backup_newest_verified_age_seconds[^ ]* \([0-9.E+]*\)$/\1/p' | awk '{printf "%d", $1}')
  if [ -z "$age" ]; then warn "there is no verified backup yet" "make one: dashboard, Backups, Back up now"
  elif [ "$age" -gt 93600 ]; then bad "the newest verified backup is $((age / 3600)) h old" "docker-compose logs --tail 100 backup"
  else ok "the newest verified backup is $((age / 60)) min old"; fi
}

# What only the dashboard can know, it says itself: the same as on its page Readiness.
ask_the_dashboard() { # URL, and a file with a token that may read
  local answer line verdict seen advice
  if ! [ -s "$2" ]; then
    warn "the dashboard was not asked what it knows" "$3"
    return
  fi
  answer=$(printf 'header = "Authorization: Bearer %s"\n' "$(cat "$2")" | curl -sS -k --max-time 30 -K - --resolve '*:443:127.0.0.1' \
    --resolve "*:${https_port:-443}:127.0.0.1" -w '\n%{http_code}' "$1/api/v1/readiness" 2> /dev/null)
  case "$answer" in
    *200) ;;
    *401 | *403) bad "the dashboard does not know the token of $2" "make a new one: $3 --replace"; return ;;
    *) bad "the dashboard is down, so what only it knows was not looked at" "look at its log, then run this again"; return ;;
  esac
  while IFS= read -r line; do
    verdict=$(printf '%s' "$line" | sed -n 's/.*"verdict":"\([a-z]*\)".*/\1/p')
    seen=$(printf '%s' "$line" | sed -n 's/.*"seen":"\(\([^"\\]\|\\.\)*\)".*/\1/p')
    advice=$(printf '%s' "$line" | sed -n 's/.*"advice":"\(\([^"\\]\|\\.\)*\)".*/\1/p')
    case "$verdict" in
      ok) ok "dashboard: $seen" ;;
      warn | off) warn "dashboard: $seen" "$advice" ;;
      fail) bad "dashboard: $seen" "$advice" ;;
    esac
  done < <(printf '%s' "$answer" | sed 's/.*"items":\[//; s/},{/}\n{/g' | grep '"verdict"')
}

look_at_the_machine() {
  local free
  free=$(df -Pk . | awk 'NR == 2 {print int($4 / 1048576)}')
  if [ "$free" -ge 5 ]; then ok "$free GB of disk are free"; else bad "only $free GB of disk are free" "make room: docker system df"; fi
}

if [ "$kind" = demo ]; then
  echo "Looking at what scripts/demo has started."
  look_at_demo
else
  echo "Looking at the containers of docker-compose.yml."
  for tool in docker docker-compose curl; do
    command -v "$tool" > /dev/null || { bad "$tool is not installed" "install it"; exit 1; }
  done
  if ! docker info > /dev/null 2>&1; then bad "Docker does not answer" "start it, or run this as somebody who may use it"; exit 1; fi
  domain=$(value_of PUBLIC_DOMAIN); domain=${domain:-localhost}
  https_port=$(value_of HTTPS_PORT); https_port=${https_port:-443}
  http_port=$(value_of HTTP_PORT); http_port=${http_port:-80}
  suffix=""; [ "$https_port" = 443 ] || suffix=":$https_port"
  http_suffix=""; [ "$http_port" = 80 ] || http_suffix=":$http_port"
  project=$(docker-compose config --format json 2>/dev/null | sed -n 's/^  "name": "\([^"]*\)".*/\1/p'); project=${project:-homelab}
  look_at_files
  look_at_secrets
  for service in $services; do look_at_container "$service"; done
  if [ -z "$(docker-compose ps -q)" ]; then
    printf 'Nothing runs, so the rest was not looked at.\n%d ok, %d warnings, %d failed\n' "$oks" "$warnings" "$failures"
    exit 1
  fi
  look_at_ports
  look_at_the_door
  look_inside
  look_at_databases
  look_at_backups
  look_at_the_machine
  ask_the_dashboard "https://admin.$domain$suffix" secrets/READINESS_TOKEN "scripts/dashboard-token READ READINESS_TOKEN"
fi
printf '%d ok, %d warnings, %d failed\n' "$oks" "$warnings" "$failures"
[ "$failures" = 0 ]
