// What ./planner promises: it stops all it started, keeps what was saved, and goes on by itself when AI comes late.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, openAsBlob } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { Planner, Rest, cleanEnvironment, freePorts, remove, root, sample, temporaryFolder, until } from './planner.mjs';

const data = temporaryFolder();
const account = { email: 'ada@example.org', password: 'a quiet kitchen' };
const stopLater = [];

after(async () => {
  for (const stop of stopLater.reverse()) await stop();
  remove(data);
});

async function start(...options) {
  const planner = await Planner.start({ data, options: ['--empty', ...options] });
  stopLater.push(() => planner.stop('SIGTERM'));
  return planner;
}

async function isGone(planner) {
  assert.deepEqual(planner.left(), []);
  await assert.rejects(fetch(`${planner.url}/health/live`), 'nothing listens any more');
}

/** Starts ai-service alone, as the packaged layout says. */
function startAi(port, ...options) {
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const ai = spawn(java, ['@jvm.options', ...options, '-jar', 'ai-service.jar'], {
    stdio: 'ignore',
    cwd: path.join(root, 'ai-service', 'target', 'app'),
    env: { ...cleanEnvironment(), AI_PORT: String(port) },
  });
  const ended = new Promise((resolve) => ai.once('close', resolve));
  stopLater.push(() => {
    ai.kill('SIGTERM');
    return ended;
  });
  return ended;
}

test('Ctrl-C stops database, ai-service and web', async () => {
  const planner = await start();
  const health = await (await fetch(`${planner.url}/health`)).json();
  assert.deepEqual(health, { status: 'ok', database: 'ok', ai_service: 'ok' });
  const signedUp = await new Rest(planner.url).post('/sign-ups', {
    name: 'Ada',
    ...account,
    household: { name: 'Maple Street 7', currency: 'EUR', timeZone: 'Europe/Berlin' },
  });
  assert.equal(signedUp.status, 201);
  assert.ok(planner.left().length > 3, 'while it runs, its processes are seen');

  const { code } = await planner.stop('SIGINT');
  assert.equal(code, 130);
  await isGone(planner);
});

test('a second start knows who signed up, and builds nothing', async (here) => {
  const planner = await start('--no-ai');
  assert.doesNotMatch(planner.output, /Building/);
  const rest = new Rest(planner.url);
  const known = await rest.post('/tokens', { ...account, label: 'test' });
  assert.equal(known.status, 201);
  const wrong = await rest.post('/tokens', { ...account, password: 'another kitchen', label: 'test' });
  assert.equal(wrong.status, 401);
  const demo = await rest.post('/tokens', { email: 'planner@demo.example', password: 'demo kitchen', label: 'test' });
  assert.equal(demo.status, 401, 'nobody asked for a demo');
  const forged = await fetch(`${planner.url}/`, { redirect: 'manual', headers: { 'X-Forwarded-Proto': 'https' } });
  assert.match(forged.headers.get('location'), /^http:/);

  await here.test('without ai-service a receipt waits, and goes on by itself when it comes', async () => {
    const mine = new Rest(planner.url, known.body.token);
    const form = new FormData();
    form.set('file', await openAsBlob(sample('receipts/green-basket-mild.jpg')), 'receipt.jpg');
    const sent = await mine.post('/receipts', form);
    assert.equal(sent.status, 202);
    const receipt = async () => (await mine.get(`/receipts/${sent.body.id}`)).body;
    await until('the receipt waits for AI', 60, async () => (await receipt()).condition === 'awaiting_ai');
    assert.equal((await receipt()).stage, 'pending');
    assert.deepEqual((await mine.get('/receipts?limit=1')).body.items.length, 1);

    startAi(planner.aiPort);
    await until('the receipt is ready', 150, async () => (await receipt()).stage === 'ready_for_review');
    const read = await receipt();
    assert.equal(read.condition, 'ok');
    assert.ok(read.lines.length > 3);
  });

  const { code } = await planner.stop('SIGTERM');
  assert.equal(code, 143);
  await isGone(planner);
});

test('a backup of what runs is restored elsewhere, and data that is there is kept', async () => {
  const copies = temporaryFolder();
  stopLater.push(() => remove(copies));
  const backup = path.join(copies, 'backup.zip');
  const elsewhere = path.join(copies, 'data');
  const command = async (...words) => {
    const ran = spawn(path.join(root, 'planner'), words, { env: cleanEnvironment() });
    let said = '';
    for (const stream of [ran.stdout, ran.stderr]) stream.on('data', (text) => (said += text));
    return { code: await new Promise((resolve) => ran.once('close', resolve)), said };
  };
  const planner = await start('--no-ai');
  const made = await command('backup', backup, '--data', data);
  assert.equal(made.code, 0, made.said);
  assert.match(made.said, /Backed up to .*: \d+ rows in \d+ tables, \d+ files/);
  const running = await command('restore', backup, '--data', data, '--replace');
  assert.equal(running.code, 1);
  assert.match(running.said, /Stop it first/);
  await planner.stop('SIGTERM');

  const kept = await command('restore', backup, '--data', data);
  assert.equal(kept.code, 1);
  assert.match(kept.said, /holds data already/);
  const restored = await command('restore', backup, '--data', elsewhere);
  assert.equal(restored.code, 0, restored.said);

  const again = await Planner.start({ data: elsewhere, options: ['--empty', '--no-ai'] });
  stopLater.push(() => again.stop('SIGTERM'));
  const known = await new Rest(again.url).post('/tokens', { ...account, label: 'test' });
  assert.equal(known.status, 201);
  const mine = new Rest(again.url, known.body.token);
  assert.equal((await mine.get('/receipts')).body.items.length, 1);
  await again.stop('SIGTERM');
});

test('what is packaged starts from the cache of its rehearsal', async () => {
  const packaging = spawn(path.join(root, 'planner'), ['package'], { env: cleanEnvironment() });
  let said = '';
  packaging.stdout.on('data', (text) => (said += text));
  packaging.stderr.on('data', (text) => (said += text));
  assert.equal(await new Promise((resolve) => packaging.once('close', resolve)), 0, said);
  assert.ok(existsSync(path.join(root, 'target', 'app', 'app.aot')), said);

  const [port] = await freePorts(1);
  // "on" ends a start whose cache does not fit, where a usual start would go on without.
  const ended = startAi(port, '-XX:AOTMode=on').then((code) => assert.fail(`it ended with ${code}`));
  const answer = until('an answer', 60, async () => {
    const sent = await fetch(`http://localhost:${port}/api/v1/categorize`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ items: [{ id: '1', name: 'whole milk' }], labels: [{ name: 'Dairy & Eggs' }, { name: 'Pet' }] }),
    }).catch(() => undefined);
    return sent?.status === 200 && sent.json();
  });
  const { predictions } = await Promise.race([ended, answer]);
  assert.equal(predictions[0].label, 'Dairy & Eggs');
});
