// Web replicas of our own on a database that stays, behind HAProxy.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cleanEnvironment, freePorts, root, until } from './planner.mjs';

/** One web process, as it is packaged. */
export class Replica {
  static async start(name, port, data, environment = {}) {
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

/** HAProxy before the replicas: keeps a visitor with one by a cookie, goes on with another when that is gone, and cuts what is silent. */
export class StickyProxy {
  /** Where the program is, or nothing. */
  static find() {
    return [...process.env.PATH.split(path.delimiter), '/usr/sbin']
      .map((folder) => path.join(folder, 'haproxy'))
      .find((file) => existsSync(file));
  }

  /** Names are of replicas that may come, each to a port of its own. */
  static async start(folder, names, silenceMs) {
    const [port, ...ports] = await freePorts(names.length + 1);
    const proxy = new StickyProxy(`http://localhost:${port}`, Object.fromEntries(names.map((name, at) => [name, ports[at]])));
    const file = path.join(folder, 'haproxy.cfg');
    writeFileSync(file, proxy.configuration(port, silenceMs));
    proxy.process = spawn(StickyProxy.find(), ['-db', '-f', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    proxy.output = '';
    proxy.process.stderr.on('data', (text) => (proxy.output += text));
    await until('the proxy', 20, () => {
      if (proxy.process.exitCode !== null) throw new Error(proxy.output);
      return fetch(proxy.url).then(() => true, () => false);
    });
    return proxy;
  }

  constructor(url, ports) {
    this.url = url;
    this.ports = ports;
  }

  configuration(port, silenceMs) {
    const servers = Object.entries(this.ports).map(([name, at]) => `server ${name} 127.0.0.1:${at} cookie ${name}`);
    return [
      'defaults',
      '  mode http',
      '  timeout connect 2s',
      '  timeout client 60s',
      '  timeout server 60s',
      `  timeout tunnel ${silenceMs}ms`,
      '  option redispatch',
      'listen planner',
      `  bind 127.0.0.1:${port}`,
      '  cookie replica insert indirect nocache',
      '  option httpchk',
      '  http-check send meth GET uri /health/ready ver HTTP/1.1 hdr Host localhost hdr Connection close',
      '  http-check expect status 200',
      '  default-server check inter 300ms fall 1 rise 1',
      ...servers.map((server) => `  ${server}`),
      '',
    ].join('\n');
  }

  close() {
    const ended = new Promise((resolve) => this.process.once('close', resolve));
    this.process.kill();
    return ended;
  }
}
