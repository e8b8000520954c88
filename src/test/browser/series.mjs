// What a running application tells by OTLP, as series of Prometheus, and the lines that alerts draw.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './planner.mjs';

const BREAKER = 'resilience4j_circuitbreaker_state';
const NAMES = [
  BREAKER,
  'grocery_planner_ai_health_consecutive_failures',
  'http_server_requests_seconds_count',
  'dbscheduler_task_completions_total',
];

export class Series {
  #now = new Map();
  #marked = new Map();
  isListening = false;
  excuse;

  /** Listens for what is told, on any port; says where. */
  async listen(port = 0) {
    const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
    const classes = ['target/test-classes', 'target/classes', 'target/app/lib/*'].map((part) => path.join(root, part));
    const program = ['-Xmx128m', '-XX:TieredStopAtLevel=1', '-cp', classes.join(path.delimiter)];
    // A group of its own: a Ctrl-C reaches the drill alone, which ends this when it is through.
    this.process = spawn(java, [...program, 'io.groceryplanner.telemetry.SeriesPrinter', String(port), ...NAMES], {
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    this.process.stderr.on('data', (text) => (said += text));
    return new Promise((resolve, reject) => {
      this.process.once('close', () => reject(new Error(`nothing listens for telemetry: ${said}`)));
      createInterface({ input: this.process.stdout }).on('line', (line) => {
        const told = JSON.parse(line);
        if (Array.isArray(told)) return this.#take(told);
        this.isListening = true;
        resolve(told.endpoint);
      });
    });
  }

  /** Listens where a running system sends its telemetry to, if that is here and nobody else does. */
  async listenAt(endpoint) {
    const address = endpoint && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
    if (!['localhost', '127.0.0.1'].includes(address?.hostname)) {
      this.excuse = 'it was not started with OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318, where the drill could listen.';
      return;
    }
    await this.listen(address.port || 80).catch(() => {
      this.excuse = `somebody else listens at ${endpoint}: look there.`;
    });
  }

  #take(told) {
    for (const { name, labels, value } of told) {
      this.#now.set(name + JSON.stringify(labels), { name, labels, value });
    }
  }

  /** From here on increases are counted. */
  mark() {
    this.#marked = new Map(this.#now);
  }

  #find(name, fits) {
    return [...this.#now].filter(([, one]) => one.name === name && one.labels.job === 'grocery-planner-web' && fits(one.labels));
  }

  max(name, fits = () => true) {
    return Math.max(0, ...this.#find(name, fits).map(([, { value }]) => value));
  }

  increase(name, fits = () => true) {
    return this.#find(name, fits).reduce((sum, [key, { value }]) => sum + value - (this.#marked.get(key)?.value ?? 0), 0);
  }

  /** The state that is 1; nothing is told before the first export. */
  breaker() {
    return this.#find(BREAKER, () => true).find(([, { value }]) => value === 1)?.[1].labels.state ?? 'not told yet';
  }

  async close() {
    if (!this.process || this.process.exitCode !== null) return;
    const ended = new Promise((resolve) => this.process.once('close', resolve));
    this.process.stdin.end();
    await ended;
  }
}

/** An alert as it is provisioned: its expression and its line. `value` works out the same from the series themselves. */
export function alert(uid, value) {
  const folder = path.join(root, 'grafana-provisioning', 'alerting');
  for (const file of readdirSync(folder).filter((each) => each.startsWith('rules-'))) {
    const rule = readFileSync(path.join(folder, file), 'utf8')
      .split(/^ {6}- uid: /m)
      .find((part) => part.startsWith(`${uid}\n`));
    if (!rule) continue;
    const expression = rule.match(/expr: \|-\n([\s\S]*?)\n {10}- refId/)[1].replaceAll(/\s+/g, ' ').trim();
    const line = Number(rule.match(/evaluator: \{type: gt, params: \[([\d.]+)\]\}/)[1]);
    return { uid, expression, line, value };
  }
  throw new Error(`no rule ${uid} in ${folder}`);
}
