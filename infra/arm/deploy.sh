#!/bin/sh
# Deploys programs to an environment of Azure whose foundation is laid, one step after the other:
# deploy.sh images|foundation|preview|migrate|ai|web, and deploy.sh back when one of them failed.
# The workflow sets what a step needs in its environment; so may a person who is signed in with az.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

web=ca-grocery-planner-web
ai=ca-grocery-planner-ai
migration=caj-grocery-planner-migrate
look=caj-grocery-planner-look

# What was there before, for the way back.
before=${DEPLOYMENT_STATE:-${RUNNER_TEMP:-/tmp}/deployment-before}
# Between two looks, and how many of them: ten minutes.
pause=${DEPLOYMENT_PAUSE:-5}
looks=120

say() { printf '%s\n' "$*"; }
fail() {
  printf 'deploy: %s\n' "$*" >&2
  exit 1
}

in_group() { az "$@" --resource-group "${AZURE_RESOURCE_GROUP:?}" --output tsv; }

# The whole of a program's image, by what it contains.
image() { printf '%s/%s@%s' "${ACR_LOGIN_SERVER:?}" "$1" "$2"; }

template() {
  verb=$1 part=$2
  shift 2
  az deployment group "$verb" --resource-group "${AZURE_RESOURCE_GROUP:?}" --name "$part-${REVISION:?}" \
    --template-file "$here/apps.json" --parameters "@$here/${ENVIRONMENT:?}.parameters.json" \
    part="$part" revision="$REVISION" webImage="$(image web "${WEB_DIGEST:?}")" aiImage="$(image ai "${AI_DIGEST:?}")" \
    adminEmails="${ADMIN_EMAILS:?}" otlpEndpoint="${OTLP_ENDPOINT:?}" "$@"
}

# Azure's rule for a revision's name, which it would tell only after the migration.
check_revision() {
  case ${REVISION:-none} in
    [!a-z]* | *[!a-z0-9-]* | *--* | *-)
      fail "the revision $REVISION must begin with a letter, and hold small letters, digits and single dashes alone"
      ;;
  esac
}

# Apps in a managed network would never reach a database in one of your own.
check_network() {
  given=" ${FOUNDATION_PARAMETERS:-} "
  case $given in
    *' databaseSubnetId='[!\ ]*) ;;
    *) return 0 ;;
  esac
  for needed in infrastructureSubnetId databasePrivateDnsZoneId; do
    case $given in
      *" $needed="[!\ ]*) ;;
      *) fail "with databaseSubnetId the foundation needs $needed, too; see infra/arm/README.md" ;;
    esac
  done
}

# Asks until the answer is the wanted one, or one that will not change any more.
wait_for() {
  wanted=$1 hopeless=$2
  shift 2
  tries=0
  while [ "$tries" -lt "$looks" ]; do
    answer=$("$@" || true)
    case $answer in
      "$wanted") return 0 ;;
      "$hopeless") return 1 ;;
    esac
    tries=$((tries + 1))
    sleep "$pause"
  done
  return 1
}

run_job() {
  execution=$(in_group containerapp job start --name "$1" --query name)
  wait_for Succeeded Failed \
    in_group containerapp job execution show --name "$1" --job-execution-name "$execution" --query properties.status ||
    fail "$1 did not succeed; see 'az containerapp job logs show --name $1 --execution $execution'"
}

# ---------------------------------------------------------------- steps

# The very bits that were built and tried, under the environment's own registry.
images() {
  az acr login --name "${ACR_LOGIN_SERVER:?}" >/dev/null
  for name in web ai; do
    case $name in
      web) digest=${WEB_DIGEST:?} ;;
      ai) digest=${AI_DIGEST:?} ;;
    esac
    target=$ACR_LOGIN_SERVER/$name:${REVISION:?}
    docker buildx imagetools create --tag "$target" "${IMAGE_SOURCE:?}-$name@$digest"
    copied=$(docker buildx imagetools inspect "$target" --format '{{.Manifest.Digest}}')
    [ "$copied" = "$digest" ] || fail "$target came out as $copied, not as $digest"
  done
}

# Programs stand on it: what is missing must be laid first, by a person who may.
foundation() {
  check_network
  # shellcheck disable=SC2086 # several parameters, or none
  changes=$(az deployment group what-if --resource-group "${AZURE_RESOURCE_GROUP:?}" --no-pretty-print \
    --validation-level ProviderNoRbac --template-file "$here/main.json" \
    --parameters "@$here/${ENVIRONMENT:?}.parameters.json" githubRepository="${GITHUB_REPOSITORY:?}" \
    ${FOUNDATION_PARAMETERS:-} \
    --query "changes[?changeType=='Create' || changeType=='Modify' || changeType=='Delete'].[changeType, resourceId]" \
    --output tsv)
  [ -z "$changes" ] || say "The foundation differs from main.json:" "$changes"
  case $changes in
    *Create*) fail "a part of the foundation is missing; see infra/arm/README.md" ;;
  esac
}

preview() { template what-if all; }

migrate() {
  template create migration >/dev/null
  run_job "$migration"
}

# Beside the old one, without traffic, until it has answered; then instead of it.
new_ai() {
  # Not simply the latest: that may be one that was taken back.
  # shellcheck disable=SC2016
  serving='properties.configuration.ingress.traffic[?weight==`100`].revisionName | [0] || properties.latestReadyRevisionName'
  old=$(in_group containerapp show --name "$ai" --query "$serving" 2>/dev/null || true)
  printf 'old_ai=%s\n' "$old" >>"$before"
  template create ai aiStableRevision="$old" >/dev/null
  run_job "$look"
  [ -n "$old" ] || return 0
  in_group containerapp ingress traffic set --name "$ai" --label-weight green=100 blue=0 >/dev/null
  # The one before is kept for the way back.
  earlier="[?properties.active && name!='$old' && name!='$ai--$REVISION'].name"
  for revision in $(in_group containerapp revision list --name "$ai" --query "$earlier"); do
    in_group containerapp revision deactivate --name "$ai" --revision "$revision" >/dev/null
  done
}

new_web() {
  old=$(in_group containerapp show --name "$web" --query 'properties.template.containers[0].image' 2>/dev/null || true)
  printf 'old_web=%s\n' "$old" >>"$before"
  template create web >/dev/null
  ready_web
  look_at_web
}

ready_web() {
  wait_for "$web--$REVISION" - in_group containerapp show --name "$web" --query properties.latestReadyRevisionName ||
    fail "the revision $REVISION of $web did not become ready"
}

look_at_web() {
  host=$(in_group containerapp show --name "$web" --query properties.configuration.ingress.fqdn)
  curl --fail --silent --show-error --retry 5 --retry-all-errors --max-time 20 "https://$host/health" |
    grep -q '"database":"ok"' || fail "$web does not say that it is well"
  curl --fail --silent --show-error --output /dev/null --max-time 20 "https://$host/login" ||
    fail "$web shows no sign-in page"
  # Screens hear of changes by it. The connection stays open, so curl ends by its time.
  upgraded=$(curl --http1.1 --silent --output /dev/null --write-out '%{http_code}' --max-time 5 \
    --header 'Connection: Upgrade' --header 'Upgrade: websocket' --header 'Sec-WebSocket-Version: 13' \
    --header 'Sec-WebSocket-Key: bG9vayBhdCB0aGUgcHVzaA==' "https://$host/VAADIN/push?v-r=push" || true)
  [ "$upgraded" = 101 ] || fail "$web lets no WebSocket through: $upgraded"
  say "https://$host"
}

# The database stays: a migration leaves the version before it working.
back() {
  [ -f "$before" ] || fail "nothing was changed that would have to go back"
  old_ai='' old_web=''
  # shellcheck disable=SC1090
  . "$before"
  if [ -n "$old_ai" ]; then
    in_group containerapp ingress traffic set --name "$ai" --revision-weight "$old_ai=100" >/dev/null
    say "ai-service is back at $old_ai"
  fi
  if [ -n "$old_web" ]; then
    WEB_DIGEST=${old_web##*@} REVISION=${REVISION:?}-back
    template create web >/dev/null
    ready_web
    say "web is back at $old_web"
  fi
}

check_revision
case ${1:-} in
  images) images ;;
  foundation) foundation ;;
  preview) preview ;;
  migrate) migrate ;;
  ai) new_ai ;;
  web) new_web ;;
  back) back ;;
  *) fail "which step? images, foundation, preview, migrate, ai, web or back" ;;
esac
