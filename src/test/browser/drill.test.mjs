// ./planner drill, as people start it: what it prints, and that it leaves nothing behind.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { findChromium } from './browser.mjs';
import { cleanEnvironment, processes, remove, root, temporaryFolder, until } from './planner.mjs';

function start(...words) {
  const drill = spawn(path.join(root, 'planner'), ['drill', ...words], { cwd: root, detached: true, env: cleanEnvironment() });
  const told = { said: '', drill };
  for (const stream of [drill.stdout, drill.stderr]) stream.on('data', (text) => (told.said += text));
  told.ended = new Promise((resolve) => drill.once('close', resolve));
  told.folder = () => told.said.match(/with everything in (\S+)/)?.[1];
  return told;
}

function leavesNothing(drill) {
  const folder = drill.folder();
  assert.ok(folder, drill.said);
  assert.ok(!existsSync(folder), `its folder is gone: ${drill.said}`);
  assert.deepEqual(processes().filter(({ command }) => command.includes(folder)), []);
}

test('drill ai-down shows what happens, crosses the line of the alert, and sees all come back', async () => {
  const drill = start('ai-down');
  assert.equal(await drill.ended, 0, drill.said);

  const { passed, alert, line, highest, seen, recovered } = JSON.parse(drill.said.trim().split('\n').at(-1));
  assert.ok(passed);
  assert.equal(alert, 'ai-service-down');
  assert.equal(line, 3);
  assert.ok(highest > line, `${highest} failures in a row`);
  const signals = ['health', 'breaker', 'alert', ...(findChromium() ? ['banner'] : [])].sort();
  assert.deepEqual(Object.keys(seen).sort(), signals);
  assert.deepEqual(Object.keys(recovered).sort(), signals);
  for (const signal of signals) assert.ok(seen[signal] < recovered[signal], drill.said);
  assert.match(drill.said, /\+\d+\.\d s {2}breaker {3}open/);
  leavesNothing(drill);
});

test('a drill that is interrupted by Ctrl-C puts everything back', async () => {
  const drill = start('slow-ai');
  await until('the fault', 240, () => drill.drill.exitCode !== null || /\+0\.\d s {2}fault/.test(drill.said));
  const folder = drill.folder();
  assert.ok(processes().some(({ command }) => command.includes(folder)), drill.said);
  process.kill(-drill.drill.pid, 'SIGINT');
  assert.equal(await drill.ended, 130, drill.said);
  leavesNothing(drill);
});

test('where nothing runs, a drill says so', async () => {
  const data = temporaryFolder();
  const drill = start('ai-down', '--data', data);
  assert.equal(await drill.ended, 1);
  assert.match(drill.said, /nothing runs on .*; start it with: \.\/planner run/);
  remove(data);
});
