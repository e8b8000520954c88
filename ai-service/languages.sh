#!/bin/sh
# Fetches data of further languages for Tesseract as npm packages, without root: languages.sh [deu …]
# English is always there. A language that cannot be had is said, and everything else goes on working.
set -eu
cd "$(dirname "$0")"
tessdata=${AI_MODELS:-target/models}/tessdata
mkdir -p "$tessdata"
[ $# -gt 0 ] || set -- deu
for language in "$@"; do
  [ -s "$tessdata/$language.traineddata" ] && continue
  work=$(mktemp -d)
  if (cd "$work" && npm pack --silent "@tesseract.js-data/$language@1.0.0" >/dev/null && tar xzf ./*.tgz) &&
    gunzip -c "$work/package/4.0.0_best_int/$language.traineddata.gz" >"$work/data"; then
    mv "$work/data" "$tessdata/$language.traineddata"
    echo "Receipts can be read in: $language"
  else
    echo "No data for '$language' could be fetched: receipts are read in English letters only" >&2
  fi
  rm -rf "$work"
done
