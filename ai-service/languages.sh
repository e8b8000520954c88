#!/usr/bin/env bash
# Fetches data of further languages for Tesseract from the npm registry, without root: languages.sh [deu …]
# English is always there. A language that cannot be had is said, and everything else goes on working.
set -euo pipefail
cd "$(dirname "$0")"
tessdata=${AI_MODELS:-target/models}/tessdata
mkdir -p "$tessdata"
for language in "${@:-deu}"; do
  [ -s "$tessdata/$language.traineddata" ] && continue
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  if (cd "$work" && npm pack --silent "@tesseract.js-data/$language@1.0.0" >/dev/null && tar xzf ./*.tgz); then
    gunzip -c "$work/package/4.0.0_best_int/$language.traineddata.gz" >"$work/data"
    mv "$work/data" "$tessdata/$language.traineddata"
    echo "Receipts can be read in: $language"
  else
    echo "No data for '$language' could be fetched: receipts are read in English only" >&2
  fi
  rm -rf "$work"
done
