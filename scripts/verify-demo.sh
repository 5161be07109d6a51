# What scripts/verify-deployment.sh looks at where scripts/demo runs; it is read by that, and has its words.
# shellcheck shell=bash disable=SC2086,SC2154

look_at_demo() {
  local dashboard="http://localhost:${DASHBOARD_PORT:-8080}" part url
  for part in "dashboard ${DASHBOARD_PORT:-8080}" "discord-bot ${DISCORD_BOT_PORT:-8081}" "stream-bot ${STREAM_BOT_PORT:-8082}"; do
    set -- $part
    url="http://localhost:$2"
    fetch "$url/readyz"
    if [ "$status" = 200 ]; then ok "$1 is ready on port $2"
    else bad "$1 on port $2 answers $status to /readyz" "look into .local/logs/$1.log, or start it again: scripts/demo"; fi
    fetch "$url/internal/v1/anything"
    if [ "$status" = 401 ] || [ "$status" = 404 ]; then ok "$1 keeps /internal to its callers ($status)"
    else bad "$1 answers $status to /internal without a token" "do not use this build"; fi
    if command -v ss > /dev/null && ss -ltnH "sport = :$2" | awk '{print $4}' | grep -vE '^(\[?::ffff:)?127\.|^\[::1\]' > /dev/null; then
      bad "port $2 is open to the network" "unset SERVER_ADDRESS and start the demo again"
    else ok "port $2 is open to this machine alone"; fi
  done
  security_headers "$dashboard/sign-in"
  security_headers "http://localhost:${STREAM_BOT_PORT:-8082}/"
  security_headers "http://localhost:${DISCORD_BOT_PORT:-8081}/tickets/sign-in"
  fetch "$dashboard/"
  if [ "$status" = 302 ]; then ok "the dashboard asks strangers to sign in"; else bad "the dashboard shows $status to strangers" "do not use this build"; fi
  for part in .local/secrets.properties .local/check/secrets.properties; do
    [ -f "$part" ] || continue
    if [ "$(mode_of "$part")" = 600 ]; then ok "$part is readable by you alone"; else bad "$part has mode $(mode_of "$part")" "chmod 600 $part"; fi
  done
  ask_the_dashboard "$dashboard" .local/readiness-token "make one in the dashboard: Settings, Tokens, for reading; keep it in .local/readiness-token"
}
