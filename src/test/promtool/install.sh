#!/bin/sh
# Fetches Prometheus' promtool into this folder, without root where package lists are there, and without starting the
# server that the Debian package would: it is unpacked, not installed. Says so where it cannot be had.
set -eu
cd "$(dirname "$0")"
[ -x usr/bin/promtool ] && exit 0
if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg >/dev/null 2>&1; then
  echo "promtool comes with Prometheus: from your system's packages (macOS: brew install prometheus) or prometheus.io." >&2
  exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
fetch() { (cd "$work" && apt-get download -qq prometheus >/dev/null 2>&1); }
# A machine that never looked has no lists yet; only root may fetch them.
fetch || { apt-get update -qq >/dev/null 2>&1 && fetch; } || {
  echo "The package 'prometheus' could not be fetched; apt install prometheus brings promtool too." >&2
  exit 1
}
dpkg -x "$work"/prometheus_*.deb "$work/unpacked"
mkdir -p usr/bin
mv "$work/unpacked/usr/bin/promtool" usr/bin/
