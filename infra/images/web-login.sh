#!/bin/sh
# Run once by PostgreSQL's image, on an empty database: the login of web. What it may do, migrations say.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=login="$WEB_LOGIN" --set=password="$WEB_PASSWORD" <<'SQL'
create role :"login" login password :'password';
SQL
