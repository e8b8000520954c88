// Web replicas of our own on a database that stays, behind a small proxy that keeps a visitor with a replica by a cookie.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { cleanEnvironment, freePorts, root, until } from './planner.mjs';

/** One web process, as it is packaged. */
export class Replica {
  static async start(name, data, environment = {}) {
    const [port] = await freePorts(1);
    const replica = new Replica(name, port);
    const lines = readFileSync(path.join(data, 'run', 'database.env'), 'utf8').matchAll(/^(\w+)='(.*)'$/gm);
    const database = Object.fromEntries([...lines].map(([, key, value]) => [key, value]));
    const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
    replica.process = spawn(java, ['-Xmx512m', '@jvm.options', '-jar', 'grocery-planner.jar'], {
      cwd: path.join(root, 'target', 'app'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...cleanEnvironment(),
        ...database,
        PORT: String(port),
        PLANNER_DATA: data,
        APP_SECRET: readFileSync(path.join(data, 'app.secret'), 'utf8'),
        AI_SERVICE_URL: 'http://localhost:1',
        ...environment,
      },
    });
    replica.output = '';
    for (const stream of [replica.process.stdout, replica.process.stderr]) {
      stream.on('data', (text) => (replica.output += text));
    }
    replica.ended = new Promise((resolve) => replica.process.once('close', resolve));
    await until(`replica ${name}`, 180, async () => {
      if (replica.process.exitCode !== null) throw new Error(replica.output);
      return (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined))?.ok;
    });
    return replica;
  }

  constructor(name, port) {
    this.name = name;
    this.port = port;
  }

  stop(signal) {
    this.process.kill(signal);
    return this.ended;
  }
}

/** Sends a visitor to the replica their cookie names, to any other when that is gone; cuts connections that are silent. */
export class StickyProxy {
  constructor(silence) {
    this.replicas = [];
    this.upgrades = 0;
    this.fromServer = 0;
    this.cut = 0;
    this.silence = silence;
    this.server = http.createServer((request, response) => this.pass(request, response));
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  async listen() {
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://localhost:${this.server.address().port}`;
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  chosen(request) {
    const named = request.headers.cookie?.match(/replica=(\w+)/)?.[1];
    return this.replicas.find(({ name }) => name === named) ?? this.replicas[0];
  }

  pass(request, response) {
    const replica = this.chosen(request);
    if (!replica) return response.writeHead(503).end();
    const onward = http.request(
      { host: '127.0.0.1', port: replica.port, method: request.method, path: request.url, headers: request.headers },
      (answer) => {
        const cookies = [answer.headers['set-cookie'] ?? [], `replica=${replica.name}; Path=/`].flat();
        response.writeHead(answer.statusCode, { ...answer.headers, 'set-cookie': cookies });
        answer.pipe(response);
      },
    );
    onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(503).end()));
    request.pipe(onward);
  }

  upgrade(request, socket, head) {
    const replica = this.chosen(request);
    if (!replica) return socket.destroy();
    this.upgrades++;
    const onward = net.connect(replica.port, '127.0.0.1', () => {
      const headers = request.rawHeaders.flatMap((name, at, all) => (at % 2 ? [] : [`${name}: ${all[at + 1]}`]));
      onward.write([`GET ${request.url} HTTP/1.1`, ...headers, '', ''].join('\r\n'));
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('data', () => this.fromServer++);
    for (const end of [socket, onward]) {
      end.setTimeout(this.silence, () => {
        this.cut++;
        end.destroy();
      });
      end.on('error', () => {});
      end.on('close', () => (end === socket ? onward : socket).destroy());
    }
  }
}
