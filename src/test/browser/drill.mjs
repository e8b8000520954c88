// Breaks a part of a running system on purpose, prints what is seen when, and mends it: ./planner drill.
// The system is one of its own, or the one whose folder is named. The last line is JSON.
import { drills } from './drills.mjs';
import { Banner } from './banner.mjs';
import { Series } from './series.mjs';
import { Planner, remove, temporaryFolder } from './planner.mjs';

const CALM_WITHIN = 180;
const PAUSE = 250;

const [name, folder] = process.argv.slice(2);
const drill = drills[name];
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupted.abort(signal));

const undo = [];
const seen = { drill: name, passed: false, alert: drill.alert.uid, line: drill.alert.line, highest: 0, seen: {}, recovered: {} };
let began = Date.now();
let phase = 'calm';
const seconds = () => (Date.now() - began) / 1000;
const say = (what, words) => console.log(`${`+${seconds().toFixed(1)} s`.padStart(9)}  ${what.padEnd(8)}  ${words}`);

async function rest() {
  interrupted.signal.throwIfAborted();
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
}

/** Looks at everything at once, and says what has changed. */
async function look(system, last) {
  const { state, health } = await askForHealth(system.url);
  const value = system.series.isListening ? drill.alert.value(system.series) : undefined;
  if (value !== undefined && phase !== 'calm') seen.highest = Math.max(seen.highest, value);
  const now = {
    live: state,
    health,
    breaker: system.series.isListening ? system.series.breaker() : undefined,
    banner: await system.banner.read(),
    alert: value === undefined ? undefined : value > drill.alert.line ? `over its line` : 'below its line',
  };
  for (const [what, words] of Object.entries(now)) {
    if (words === undefined || words === last[what]) continue;
    say(what, what === 'alert' ? `${words}: ${Number(value.toFixed(3))}, and it pages above ${drill.alert.line}` : words);
    const when = Number(seconds().toFixed(1));
    if (phase !== 'calm' && words !== calm[what]) seen.seen[what] ??= when;
    if (phase === 'mended' && words === calm[what]) seen.recovered[what] = when;
  }
  return now;
}

const calm = { live: 'up', health: 'ok', breaker: 'closed', banner: 'none', alert: 'below its line' };
const isCalm = (now) => Object.entries(now).every(([what, words]) => words === undefined || words === calm[what]);

async function askForHealth(url) {
  const ask = (where) => fetch(url + where, { signal: AbortSignal.timeout(3000) }).catch(() => undefined);
  const live = await ask('/health/live');
  const body = await (await ask('/health'))?.json().catch(() => undefined);
  const away = Object.keys(body ?? {}).filter((part) => body[part] === 'down' && part !== 'status');
  return {
    state: live?.ok ? 'up' : 'not given',
    health: body ? [body.status, ...away.map((part) => `without ${part}`)].join(', ') : 'no answer',
  };
}

/** Goes on looking until what is seen is enough, or the time is up. */
async function watch(system, last, patience, isEnough) {
  const end = Date.now() + patience * 1000;
  let now = last;
  while (Date.now() < end) {
    now = await look(system, now);
    if (isEnough(now)) return now;
    await drill.load?.(system, phase);
    await rest();
  }
  return now;
}

async function open() {
  const series = new Series();
  undo.push(() => series.close());
  let planner;
  if (folder) {
    if (drill.needsOwn) throw new Error(`${name} sends receipts, so it is only done in a system of its own: leave out --data.`);
    planner = Planner.find(folder);
    await series.listenAt(planner.endpoint);
  } else {
    const data = temporaryFolder();
    undo.push(() => remove(data));
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: await series.listen(), OTEL_METRIC_EXPORT_INTERVAL: '1000' };
    console.log('Starting a system of its own ...');
    const starting = Planner.start({ data, environment });
    undo.push(async () => (await starting.catch(() => undefined))?.stop('SIGTERM'));
    planner = await starting;
  }
  interrupted.signal.throwIfAborted();
  console.log(`The system at ${planner.url}, ${folder ? 'which was running,' : 'of its own,'} with everything in ${planner.data}`);
  const banner = await Banner.open(planner.url);
  undo.push(() => banner.close());
  return { planner, url: planner.url, series, banner };
}

async function run() {
  const system = await open();
  for (const [what, why] of [['breaker and alert', system.series.excuse], ['banner', system.banner.excuse]]) {
    if (why) console.log(`Not looked at: ${what}, because ${why}`);
  }
  console.log(`Alert ${drill.alert.uid}: ${drill.alert.expression}`);
  let now = await watch(system, {}, CALM_WITHIN, isCalm);
  if (!isCalm(now)) throw new Error('the system was not well to begin with; nothing was broken.');
  await drill.prepare?.(system);

  began = Date.now();
  phase = 'fault';
  say('fault', drill.what);
  system.series.mark();
  undo.push(() => drill.mend(system));
  await drill.fault(system, interrupted.signal);
  const isShown = (state) => drill.shows.every((what) => what in seen.seen || state[what] === undefined);
  now = await watch(system, now, drill.patience, isShown);

  phase = 'mended';
  await undo.pop()();
  say('mended', drill.mended);
  const back = (state) => drill.recovers.every((what) => state[what] === undefined || state[what] === calm[what]);
  // Telemetry may tell of the fault only now.
  now = await watch(system, now, CALM_WITHIN, (state) => isShown(state) && back(state));
  const missed = drill.shows.filter((what) => now[what] !== undefined && !(what in seen.seen));
  const away = drill.recovers.filter((what) => now[what] !== undefined && now[what] !== calm[what]);
  seen.notKept = (await drill.check?.(system)) ?? [];
  for (const what of missed) console.log(`Not seen: ${what}`);
  for (const what of away) console.log(`Not back: ${what} is ${now[what]}`);
  for (const what of seen.notKept) console.log(`Not kept: ${what}`);
  seen.passed = missed.length + away.length + seen.notKept.length === 0 && !seen.seen.live;
}

let code = 0;
try {
  await run();
} catch (failure) {
  if (!interrupted.signal.aborted) console.error(`planner: ${failure.message}`);
}
if (interrupted.signal.aborted) console.log('Ended early; all is put back.');
for (const step of undo.reverse()) {
  try {
    await step();
  } catch (failure) {
    console.error(`planner: ${failure.message}`);
  }
}
code = interrupted.signal.aborted ? 130 : seen.passed ? 0 : 1;
seen.highest = Number(seen.highest.toFixed(3));
console.log(JSON.stringify(seen));
process.exit(code);
