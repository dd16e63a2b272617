#!/usr/bin/env bash
# Starts the real services that integration suites need, runs a command, and stops them:
#
#   scripts/services.sh run -- COMMAND…
#
# Dovecot (IMAP and LMTP), Redis, nginx and Chromium are looked for; on Debian as root, missing ones are installed. They listen on
# free ports of this machine only, with private folders that are deleted afterwards. The command finds them by
# REPLYMARK_TEST_IMAP_HOST, _IMAP_PORT, _LMTP_PORT, _MAIL_PASSWORD, _MAIL_FOLDER, _REDIS_URL, _REDIS_SERVER, _PROXY_PORT,
# _PROXY_UPSTREAM_PORT and _CHROMIUM. What is missing is told in the last lines; with CI=true it fails the run. REPLYMARK_INSTALL_SERVICES=no never installs anything.
set -uo pipefail

if [ "${1:-}" != run ] || [ "${2:-}" != -- ] || [ $# -lt 3 ]; then
  echo "usage: scripts/services.sh run -- COMMAND…" >&2
  exit 2
fi
shift 2

data=$(mktemp -d -t replymark-services.XXXXXX)
chmod 755 "$data"
started=()
missing=()

stop_all() {
  local process
  for process in "${started[@]:-}"; do
    [ -n "$process" ] && kill "$process" 2>/dev/null
  done
  for process in "${started[@]:-}"; do
    [ -n "$process" ] && wait "$process" 2>/dev/null
  done
  rm -rf "$data"
}
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Debian keeps servers in sbin, which is not on every user's PATH.
PATH="$PATH:/usr/sbin:/sbin"

first_of() {
  local name
  for name in "$@"; do
    command -v "$name" && return 0
  done
  return 1
}

free_port() {
  node -e 'const s=require("node:net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
}

# wait_for_port PORT PROCESS: succeeds when something listens there, fails when the process ended or 10 s passed.
wait_for_port() {
  local attempt
  for attempt in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.1
  done
  return 1
}

install_missing() {
  [ "${REPLYMARK_INSTALL_SERVICES:-yes}" = no ] && return
  [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null || return
  local packages=()
  first_of dovecot >/dev/null || packages+=(dovecot-imapd dovecot-lmtpd)
  [ -e /usr/lib/dovecot/lmtp ] || [[ " ${packages[*]:-} " == *dovecot-lmtpd* ]] || packages+=(dovecot-lmtpd)
  first_of redis-server >/dev/null || packages+=(redis-server)
  first_of nginx >/dev/null || packages+=(nginx-light)
  first_of chromium chromium-browser google-chrome >/dev/null || packages+=(chromium)
  [ ${#packages[@]} = 0 ] && return
  echo "Installing ${packages[*]} for the integration suites …"
  # RUNLEVEL=1 keeps the packages from starting services of their own.
  { timeout 300 apt-get update -qq &&
    RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive timeout 600 apt-get install -y -qq --no-install-recommends "${packages[@]}"; } \
    >"$data/install.log" 2>&1 || { echo "The installation failed:"; tail -3 "$data/install.log"; }
}

start_dovecot() {
  local server user group imap lmtp folder="$data/dovecot"
  server=$(first_of dovecot) || { missing+=("Dovecot: not installed (dovecot-imapd)"); return; }
  [ -e /usr/lib/dovecot/lmtp ] || [ -e /usr/libexec/dovecot/lmtp ] || { missing+=("Dovecot: its LMTP part is not installed (dovecot-lmtpd)"); return; }
  user=$(id -un) group=$(id -gn)
  # Dovecot never opens mail as root; as root it gives its rights up for this user.
  if [ "$user" = root ]; then user=mail group=mail; fi
  imap=$(free_port) lmtp=$(free_port)
  mkdir -p "$folder/run" "$folder/state" "$folder/mail"
  chmod 755 "$folder"
  chown -R "$user:$group" "$folder/mail"
  cat >"$folder/dovecot.conf" <<CONF
base_dir = $folder/run
state_dir = $folder/state
log_path = $folder/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = $user
default_internal_group = $group
default_login_user = $user
mail_uid = $user
mail_gid = $group
first_valid_uid = 1
mail_location = maildir:~/Maildir
recipient_delimiter = +
auth_username_format = %Ln
mail_max_userip_connections = 200
passdb {
  driver = static
  args = password=loopback-only
}
userdb {
  driver = static
  args = uid=$user gid=$group home=$folder/mail/%n allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = $lmtp
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
CONF
  "$server" -F -c "$folder/dovecot.conf" >"$folder/output.log" 2>&1 &
  local process=$!
  started+=("$process")
  if wait_for_port "$imap" "$process" && wait_for_port "$lmtp" "$process"; then
    export REPLYMARK_TEST_IMAP_HOST=127.0.0.1 REPLYMARK_TEST_IMAP_PORT=$imap REPLYMARK_TEST_LMTP_PORT=$lmtp
    export REPLYMARK_TEST_MAIL_PASSWORD=loopback-only REPLYMARK_TEST_MAIL_FOLDER=$folder/mail
  else
    missing+=("Dovecot: did not start ($(cat "$folder/output.log" "$folder/dovecot.log" 2>/dev/null | tail -1))")
  fi
}

start_redis() {
  local server port folder="$data/redis"
  server=$(first_of redis-server) || { missing+=("Redis: not installed (redis-server)"); return; }
  port=$(free_port)
  mkdir -p "$folder"
  "$server" --bind 127.0.0.1 --port "$port" --dir "$folder" --save '' --appendonly no --maxmemory-policy noeviction >"$folder/output.log" 2>&1 &
  local process=$!
  started+=("$process")
  if wait_for_port "$port" "$process"; then
    export REPLYMARK_TEST_REDIS_URL=redis://127.0.0.1:$port REPLYMARK_TEST_REDIS_SERVER=$server
  else
    missing+=("Redis: did not start ($(tail -1 "$folder/output.log"))")
  fi
}

# A caching proxy that keeps whatever it may for ten minutes, in front of a port where a suite listens.
start_nginx() {
  local server port upstream folder="$data/nginx"
  server=$(first_of nginx) || { missing+=("nginx: not installed (nginx-light)"); return; }
  port=$(free_port) upstream=$(free_port)
  mkdir -p "$folder"
  cat >"$folder/nginx.conf" <<CONF
daemon off;
master_process off;
pid $folder/nginx.pid;
error_log $folder/error.log;
events {
  worker_connections 256;
}
http {
  access_log off;
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/fastcgi;
  uwsgi_temp_path $folder/uwsgi;
  scgi_temp_path $folder/scgi;
  proxy_cache_path $folder/cache levels=1:2 keys_zone=shared:4m;
  server {
    listen 127.0.0.1:$port;
    location / {
      proxy_pass http://127.0.0.1:$upstream;
      proxy_http_version 1.1;
      proxy_set_header Host \$http_host;
      proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
      proxy_cache shared;
      proxy_cache_valid any 10m;
      add_header X-Cache \$upstream_cache_status always;
    }
  }
}
CONF
  "$server" -e "$folder/error.log" -p "$folder" -c "$folder/nginx.conf" >"$folder/output.log" 2>&1 &
  local process=$!
  started+=("$process")
  if wait_for_port "$port" "$process"; then
    export REPLYMARK_TEST_PROXY_PORT=$port REPLYMARK_TEST_PROXY_UPSTREAM_PORT=$upstream
  else
    missing+=("nginx: did not start ($(cat "$folder/output.log" "$folder/error.log" 2>/dev/null | tail -1))")
  fi
}

find_chromium() {
  local browser
  browser=$(first_of chromium chromium-browser google-chrome) || { missing+=("Chromium: not installed (chromium)"); return; }
  export REPLYMARK_TEST_CHROMIUM=$browser
}

install_missing
start_dovecot
start_redis
start_nginx
find_chromium

"$@"
status=$?

for service in "${missing[@]:-}"; do
  [ -n "$service" ] && echo "Suites that need it were skipped. $service"
done
if [ ${#missing[@]} -gt 0 ] && [ "${CI:-}" = true ]; then
  echo "CI=true: a missing service fails the run."
  [ "$status" = 0 ] && status=1
fi
exit "$status"
