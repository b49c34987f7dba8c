#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# install.sh LIST...: installs the Debian packages of the lists that are not there yet.
# Node.js comes along: Debian's own where the machine has none.
set -eu
folder=$(dirname "$0")
wanted=$(for list in "$@"; do grep -v '^#' "$folder/$list"; done)
command -v npm >/dev/null 2>&1 || wanted="$wanted nodejs npm"
missing=
for package in $wanted; do
    status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
echo "Installing:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086 # one word a package
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
