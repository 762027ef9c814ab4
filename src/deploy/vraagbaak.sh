#!/bin/sh
# /usr/local/bin/vraagbaak: the commands of Vraagbaak as the desk's own user and with its settings. Run as root, a
# command would leave files in the data folder that the desk may not write.
set -eu
umask 077
set -- env NODE_ENV=production DATA_DIR=/var/lib/vraagbaak \
  /usr/bin/node --env-file=/etc/vraagbaak/vraagbaak.env /opt/vraagbaak/src/cli/vraagbaak.js "$@"
if [ "$(id -un)" != vraagbaak ]; then
  set -- runuser -u vraagbaak -- "$@"
fi
exec "$@"
