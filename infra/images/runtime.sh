#!/bin/sh
# runtime.sh FOLDER: the Java of both images, with what they use and no compiler or tools; and the class that asks for health.
set -eu
# Charsets for old mails, locales for two languages, DNS for the ingress's names, the rest is asked for by libraries.
jlink --output "$1" --no-header-files --no-man-pages --include-locales=en,de --add-modules \
  java.se,jdk.charsets,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs
javac -d "$1/health" "$(dirname "$0")/HealthCheck.java"
