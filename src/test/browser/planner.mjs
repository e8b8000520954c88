// Starts and stops the application the way people do: with the root script, on free ports and a folder of its own.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a started application consists of, as far as it would be missed. */
const OURS = /java|postgres/;

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const sample = (name) => path.join(root, 'samples', name);

/** What a person has set for their own instance must not reach the ones that are tested. */
const FOREIGN = /^(PORT|PLANNER_.*|DATABASE_.*|AI_.*|APP_.*|ADMIN_EMAILS|SMTP_.*|OTEL_.*|SPRING_.*|SERVER_.*)$/;
export const cleanEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));

export const temporaryFolder = () => mkdtempSync(path.join(tmpdir(), 'planner-test-'));
export const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });

/** As many free ports as asked for, all different. */
export async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => resolve(server));
      });
    }),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Asks again until the answer is truthy; fails when the time is up, saying what the last answer was. */
export async function until(what, seconds, ask) {
  const end = Date.now() + seconds * 1000;
  let last;
  for (;;) {
    last = await ask();
    if (last) return last;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** All processes as the system lists them; those that have ended and only wait to be counted are left out. */
export function processes() {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8', maxBuffer: 64 << 20 })
    .split('\n')
    .map((line) => line.trim().match(/^(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/))
    .filter((found) => found && !found[3].startsWith('Z'))
    .map(([, pid, parent, , command]) => ({ pid: Number(pid), parent: Number(parent), command }));
}

function below(pid, all = processes()) {
  return all.filter((each) => each.parent === pid).flatMap((each) => [each, ...below(each.pid, all)]);
}

/** A running application, started by `./planner run`. */
export class Planner {
  static async start({ data, options = [], environment = {} }) {
    const [port, aiPort] = await freePorts(2);
    const planner = new Planner(data, port, aiPort);
    await planner.launch(options, environment);
    return planner;
  }

  constructor(data, port, aiPort) {
    this.data = data;
    this.port = port;
    this.aiPort = aiPort;
    this.url = `http://localhost:${port}`;
    this.output = '';
    this.started = [];
  }

  /** The one that keeps everything in this folder, which somebody else has started. */
  static find(data) {
    const read = (name) => readFileSync(path.join(data, 'run', name), 'utf8').trim();
    let pid;
    try {
      pid = Number(read('planner.pid'));
      process.kill(pid, 0);
    } catch {
      throw new Error(`nothing runs on ${data}; start it with: ./planner run --data ${data}`);
    }
    const [port, aiPort, endpoint] = read('addresses').split(' ');
    const planner = new Planner(data, Number(port), Number(aiPort));
    planner.launcher = pid;
    planner.endpoint = endpoint;
    return planner;
  }

  async launch(options, environment) {
    const wanted = ['--data', this.data, '--port', String(this.port), '--ai-port', String(this.aiPort)];
    // A group of its own, so that Ctrl-C can be sent as a terminal sends it: to all of the group.
    this.process = spawn(path.join(root, 'planner'), ['run', ...wanted, ...options], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...cleanEnvironment(), ...environment },
    });
    this.launcher = this.process.pid;
    this.ended = new Promise((resolve) => {
      this.process.once('close', (code, signal) => resolve({ code, signal }));
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.on('data', (text) => (this.output += text));
    }
    let ended = false;
    this.ended.then(() => (ended = true));
    try {
      await until('Ready', 240, () => {
        if (ended) throw new Error('./planner run has ended by itself');
        return this.output.includes(`Ready: ${this.url}\n`);
      });
    } catch (failure) {
      await this.stop('SIGTERM');
      throw new Error(`${failure.message}\n${this.output}`);
    }
    this.started = this.belonging();
  }

  /** The processes of ai-service at this moment: the launcher starts another when one is gone. */
  aiService() {
    return this.#running('ai-service.jar');
  }

  web() {
    return this.#running('grocery-planner.jar')[0];
  }

  #running(jar) {
    return below(this.launcher)
      .filter((each) => each.command.includes(`-jar ${jar}`))
      .map((each) => each.pid);
  }

  /** Presses Ctrl-C, or sends SIGTERM as a service manager does. */
  async stop(signal = 'SIGTERM') {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      process.kill(signal === 'SIGINT' ? -this.process.pid : this.process.pid, signal);
    }
    return this.ended;
  }

  /** All below the script, and the database's server, which detaches itself but names its folder. */
  belonging() {
    const all = processes();
    return all
      .filter((each) => each.pid === this.process.pid || (OURS.test(each.command) && each.command.includes(this.data)))
      .flatMap((each) => [each, ...below(each.pid, all)])
      .filter((each) => OURS.test(each.command));
  }

  /** What was started and still runs. */
  left() {
    const pids = new Set(this.started.map((each) => each.pid));
    return processes().filter((each) => pids.has(each.pid) && OURS.test(each.command));
  }
}

/** The REST side as another program would use it. */
export class Rest {
  constructor(url, token) {
    this.url = `${url}/api/v1`;
    this.token = token;
  }

  async call(method, where, body) {
    const headers = { 'Accept-Language': 'en' };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    if (body && !(body instanceof FormData)) headers['Content-Type'] = 'application/json';
    const answer = await fetch(this.url + where, {
      method,
      headers,
      body: !body || body instanceof FormData ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    return { status: answer.status, body: await answer.json() };
  }

  get(where) {
    return this.call('GET', where);
  }

  post(where, body) {
    return this.call('POST', where, body);
  }
}
