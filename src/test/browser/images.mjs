// The images, really built where the machine allows it, started and asked.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { Buildah, images, whyNot } from './buildah.mjs';
import { cleanEnvironment, freePorts, remove, root, sample, temporaryFolder, until } from './planner.mjs';

const MEGABYTE = 1_000_000;
const fromSources = process.env.IMAGES_FROM_SOURCES === 'true';
const built = Object.values(images).flatMap((image) => image.needs);
const missing = fromSources ? undefined : built.find((file) => !existsSync(path.join(root, file)));
const skip = missing ? `${missing} is not there: ./planner package makes it` : (whyNot() ?? false);

const store = skip ? undefined : new Buildah(temporaryFolder());
const stopLater = [];

after(async () => {
  for (const stop of stopLater.reverse()) await stop();
  store?.remove();
});

const statusOf = (url) => fetch(url).then((answer) => answer.status, () => undefined);

function started(image, environment, ...options) {
  const container = store.container(image);
  stopLater.push(async () => {
    await container.stop();
    container.remove();
  });
  const began = Date.now() / 1000;
  return Object.assign(container.start([...container.config.Entrypoint, ...options], environment), { began });
}

/** "on" ends a start whose cache does not fit, where a usual start would go on without. */
const CACHE_IS_TAKEN = { JDK_JAVA_OPTIONS: '-XX:AOTMode=on' };

async function answers(container, url) {
  let ended;
  container.ended.then((code) => (ended = code));
  await until(url, 90, async () => {
    if (ended !== undefined) throw new Error(`it ended with ${ended}\n${container.output}`);
    return (await statusOf(url)) === 200;
  });
}

function checkImage(image, { port, largest }) {
  const config = store.config(image);
  assert.equal(config.User, '10001:10001');
  assert.deepEqual(Object.keys(config.ExposedPorts), [`${port}/tcp`]);
  assert.equal(config.Labels['org.opencontainers.image.revision'], '0123abc');
  assert.ok(config.Healthcheck.Test.includes('HealthCheck'));
  const bytes = store.layers(image).reduce((sum, layer) => sum + layer.bytes, 0);
  assert.ok(bytes <= largest * MEGABYTE, `${(bytes / MEGABYTE).toFixed(1)} MB compressed`);
  return `${(bytes / MEGABYTE).toFixed(1)} MB compressed`;
}

function programs(container) {
  const list = spawnSync('find', [container.folder, '-type', 'f', '-perm', '/111', '-printf', '%f\n'], { encoding: 'utf8' });
  return list.stdout.split('\n');
}

/** Anything written outside the places for that would need a writable root. */
function written(container) {
  const found = spawnSync('find', [container.folder, '-type', 'f', '-newermt', `@${container.began}`], { encoding: 'utf8' });
  return found.stdout.split('\n').filter((file) => file && !/^\/(tmp|etc\/(hosts|resolv\.conf|hostname)|run\/\.containerenv|dev|proc|sys)(\/|$)/.test(file.slice(container.folder.length)));
}

async function checkHealthCheck(image, port, wrongPort) {
  const [, ...command] = store.config(image).Healthcheck.Test;
  const check = async (where) => {
    const container = store.container(image);
    const code = await container.start(command.map((word) => (/^\d+$/.test(word) ? `${where}` : word))).ended;
    container.remove();
    return { code, output: container.output };
  };
  const good = await check(port);
  assert.equal(good.code, 0, good.output);
  assert.match(good.output, /HTTP\/1.1 200/);
  assert.equal((await check(wrongPort)).code, 1);
}

async function startDatabase() {
  const folder = temporaryFolder();
  const file = path.join(folder, 'database.env');
  const jars = `${root}/target/app/grocery-planner.jar:${root}/target/app/lib/*:${root}/target/embedded-database/*`;
  const program = ['-Xmx256m', '-XX:TieredStopAtLevel=1', '-cp', jars, 'io.groceryplanner.localdatabase.LocalDatabase'];
  const database = spawn(path.join(process.env.JAVA_HOME, 'bin/java'), [...program, path.join(folder, 'database'), file], {
    stdio: 'ignore',
    env: cleanEnvironment(),
  });
  const ended = new Promise((resolve) => database.once('close', resolve));
  stopLater.push(async () => {
    database.kill('SIGTERM');
    await ended;
    remove(folder);
  });
  await until('a database', 60, () => existsSync(file));
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.includes('='));
  return Object.fromEntries(lines.map((line) => /^([A-Z_]+)=['"]?(.*?)['"]?$/.exec(line).slice(1)));
}

test('the images are built without a registry', { skip }, () => {
  store.makeBases(process.env.JAVA_HOME);
  if (!fromSources) store.makeCompiled();
});

test('the image of ai-service reads a receipt as a user without rights', { skip }, async (here) => {
  const image = store.buildImage('ai', { fromSources });
  here.diagnostic(`ai-service: ${checkImage(image, { port: 8000, largest: 350 })}`);
  const [port, nobody] = await freePorts(2);
  const ai = started(image, { AI_PORT: `${port}`, ...CACHE_IS_TAKEN });
  await answers(ai, `http://localhost:${port}/health/ready`);
  assert.equal((await (await fetch(`http://localhost:${port}/health`)).json()).status, 'ok');
  assert.equal(ai.userOf('/opt/java/bin/java'), 10001);
  for (const [file, type] of [['receipts/lindenhof-skewed.jpg', 'image/jpeg'], ['heic/lindenhof-skewed.heic', 'image/heic']]) {
    const form = new FormData();
    form.set('file', new Blob([readFileSync(sample(file))], { type }), path.basename(file));
    const read = await fetch(`http://localhost:${port}/api/v1/receipts/extract`, { method: 'POST', body: form });
    const text = await read.text();
    assert.equal(read.status, 200, `${file}: ${text}`);
    // English letters alone would lose them.
    assert.match(text, /[äöüÄÖÜ]/, file);
  }
  await checkHealthCheck(image, port, nobody);
  assert.deepEqual(written(ai), []);
  const there = programs(ai);
  for (const tool of ['javac', 'jlink', 'mvn', 'node', 'npm', 'gcc', 'curl', 'wget']) assert.ok(!there.includes(tool), tool);
});

test('the image of web migrates, ends, and then answers', { skip }, async (here) => {
  const image = store.buildImage('web', { fromSources });
  here.diagnostic(`web: ${checkImage(image, { port: 8080, largest: 220 })}`);
  const database = await startDatabase();
  const migration = started(image, { SPRING_PROFILES_ACTIVE: 'prod', ...database }, '--migrate');
  assert.equal(await migration.ended, 0, migration.output);
  assert.match(migration.output, /The database is up to date/);

  const [port, nobody] = await freePorts(2);
  const { DATABASE_OWNER_USERNAME, DATABASE_OWNER_PASSWORD, ...asWeb } = database;
  const web = started(image, {
    SPRING_PROFILES_ACTIVE: 'prod',
    MIGRATE_AT_START: 'false',
    PORT: `${port}`,
    APP_SECRET: '0123456789abcdef0123456789abcdef',
    AI_SERVICE_URL: `http://localhost:${nobody}`,
    ...asWeb,
    ...CACHE_IS_TAKEN,
  });
  await answers(web, `http://localhost:${port}/health/ready`);
  const health = await (await fetch(`http://localhost:${port}/health`)).json();
  assert.equal(health.database, 'ok', web.output);
  assert.match(await (await fetch(`http://localhost:${port}/login`)).text(), /<html/);
  // The profile is of the start, though bean definitions are of the build.
  const forwarded = await fetch(`http://localhost:${port}/`, {
    redirect: 'manual',
    headers: { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Port': '443' },
  });
  assert.match(forwarded.headers.get('location'), /^https:/);
  assert.match(web.output, /^\{"@timestamp".*Starting AOT-processed Application/m);
  assert.equal(web.userOf('/opt/java/bin/java'), 10001);
  await checkHealthCheck(image, port, nobody);
  assert.deepEqual(written(web), []);
  const there = programs(web);
  for (const tool of ['sh', 'bash', 'busybox', 'apt-get', 'javac', 'jlink', 'mvn', 'curl', 'wget']) assert.ok(!there.includes(tool), tool);
});
