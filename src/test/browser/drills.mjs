// The drills: what is broken and how, which alert it is about, and what has to be seen.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { Killing, send } from './killing.mjs';
import { Rest, processes, sample, until } from './planner.mjs';
import { alert } from './series.mjs';

const REQUESTS = 'http_server_requests_seconds_count';

const aiDown = alert('ai-service-down', (series) => series.max('grocery_planner_ai_health_consecutive_failures'));
const breakerOpen = alert('breaker-open', (series) =>
  series.max('resilience4j_circuitbreaker_state', ({ name, state }) => name === 'ai-service' && /^(open|half_open|forced_open)$/.test(state)),
);
/** Of at least 20, as the rule has it; over the drill in place of five minutes. */
const errorRate = alert('high-error-rate', (series) => {
  const all = series.increase(REQUESTS);
  return all < 20 ? 0 : series.increase(REQUESTS, ({ outcome }) => outcome === 'SERVER_ERROR') / all;
});
const jobFailures = alert('job-failures', (series) =>
  series.increase('dbscheduler_task_completions_total', ({ result }) => result === 'failed'),
);

const killing = new Killing();

/** All processes of the database's server: the first one is in its pid file, the others are its children. */
function databaseServer({ planner }) {
  const first = Number(readFileSync(path.join(planner.data, 'database/postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  return [first, ...processes().filter((each) => each.parent === first).map((each) => each.pid)];
}

let stopped = [];
function stop(pids) {
  stopped = pids;
  send(pids, 'SIGSTOP');
}
function goOn() {
  send(stopped, 'SIGCONT');
}

async function household(system) {
  const { status, body } = await new Rest(system.url).post('/sign-ups', {
    name: 'Drill',
    email: `drill.${crypto.randomUUID()}@example.org`,
    password: 'a quiet kitchen',
    household: { name: 'Drill', currency: 'EUR', timeZone: 'Europe/Berlin' },
  });
  if (status !== 201) throw new Error(`a household could not be set up: ${JSON.stringify(body)}`);
  return new Rest(system.url, body.token);
}

/** A sample with something of its own behind its end, so that it is another file. */
function receipt(number) {
  const form = new FormData();
  const content = Buffer.concat([readFileSync(sample('receipts/lindenhof-paperless.pdf')), Buffer.from(`\n% drill ${number}\n`)]);
  form.set('file', new Blob([content]), `drill-${number}.pdf`);
  return form;
}

const files = ({ planner }) =>
  readdirSync(path.join(planner.data, 'files'), { recursive: true })
    .map((name) => path.join(planner.data, 'files', name))
    .filter((file) => statSync(file).isFile());

/** How much the web application may write into one file; where the system has no such limit, the drill says so. */
function limit({ planner }, bytes) {
  const { status, error } = spawnSync('prlimit', ['--pid', String(planner.web()), `--fsize=${bytes}:`]);
  if (error || status !== 0) throw new Error('this drill needs prlimit, of util-linux.');
}

let sent = 0;
let putAside = [];

export const drills = {
  'ai-down': {
    what: 'ai-service is killed, and again whenever it comes up',
    mended: 'ai-service is left alone; its launcher starts it',
    alert: aiDown,
    patience: 90,
    shows: ['health', 'banner', 'breaker', 'alert'],
    recovers: ['live', 'health', 'banner', 'breaker', 'alert'],
    fault: (system) => killing.begin(system),
    mend: async () => killing.end(),
  },
  'slow-ai': {
    what: 'ai-service is frozen: it takes calls and answers none (SIGSTOP)',
    mended: 'ai-service goes on (SIGCONT)',
    needsOwn: true,
    alert: breakerOpen,
    patience: 120,
    shows: ['health', 'banner', 'breaker', 'alert'],
    recovers: ['live', 'health', 'banner', 'breaker', 'alert'],
    prepare: async (system) => (system.household = await household(system)),
    fault: ({ planner }) => stop(planner.aiService()),
    mend: async () => goOn(),
    // A name nobody knows, which only the model can sort.
    load: (system, phase) =>
      phase === 'fault' ? system.household.post('/categorizations', { names: [crypto.randomUUID()] }) : undefined,
  },
  'db-down': {
    what: 'the database falls silent, connections stay open (SIGSTOP)',
    mended: 'the database goes on (SIGCONT)',
    alert: errorRate,
    patience: 75,
    shows: ['health', 'banner', 'alert'],
    // The share of failed requests is of the whole drill, so it stays.
    recovers: ['live', 'health', 'banner'],
    fault: (system) => stop(databaseServer(system)),
    mend: async () => goOn(),
    load: (system) => {
      // Nobody's token, which the database has to be asked about. Not waited for: it may take long.
      new Rest(system.url, 'of-nobody').get('/receipts').catch(() => undefined);
    },
  },
  'disk-full': {
    what: 'the web application may write no more than 6,000 bytes into a file (prlimit)',
    mended: 'the limit is lifted',
    needsOwn: true,
    alert: errorRate,
    patience: 90,
    shows: ['health', 'banner', 'alert'],
    recovers: ['live', 'health', 'banner'],
    prepare: async (system) => (system.household = await household(system)),
    fault: (system) => limit(system, 6000),
    mend: async (system) => limit(system, 'unlimited'),
    load: (system, phase) => (phase === 'fault' ? system.household.post('/receipts', receipt(++sent)) : undefined),
    check: async ({ household }) => {
      const kept = (await household.get('/receipts')).body.items.length;
      const again = await household.post('/receipts', receipt(++sent));
      return [
        ...(kept === 0 ? [] : [`${kept} receipts that were refused are there`]),
        ...(again.status === 202 ? [] : [`a receipt is still refused: ${JSON.stringify(again.body)}`]),
      ];
    },
  },
  'job-failures': {
    what: 'the files of four receipts that wait to be read are gone: they are put aside',
    mended: 'the files are back where they were',
    needsOwn: true,
    alert: jobFailures,
    patience: 180,
    shows: ['alert'],
    recovers: ['live', 'health', 'banner', 'breaker'],
    prepare: async (system) => {
      system.household = await household(system);
      killing.begin(system);
      try {
        system.receipts = [];
        for (const number of [1, 2, 3, 4]) system.receipts.push((await system.household.post('/receipts', receipt(number))).body.id);
        const waits = async (id) => (await system.household.get(`/receipts/${id}`)).body.condition === 'awaiting_ai';
        for (const id of system.receipts) await until('a receipt waits', 60, () => waits(id));
      } catch (failure) {
        killing.end();
        throw failure;
      }
    },
    fault: (system) => {
      for (const file of files(system)) {
        renameSync(file, `${file}.aside`);
        putAside.push(file);
      }
      killing.end();
    },
    mend: async () => {
      for (const file of putAside.splice(0)) renameSync(`${file}.aside`, file);
    },
    check: async ({ household, receipts }) => {
      const left = [];
      for (const id of receipts) {
        const isRead = async () => (await household.get(`/receipts/${id}`)).body.stage === 'ready_for_review';
        await until('read', 150, isRead).catch(() => left.push(`receipt ${id} is not read`));
      }
      return left;
    },
  },
};
