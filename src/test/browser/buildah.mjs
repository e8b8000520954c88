// Builds the images without a daemon and without a registry: buildah, on bases made here that stand in for the real ones.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { cleanEnvironment, root, temporaryFolder } from './planner.mjs';

/** As the real bases: Debian 13, kept from one time to the next, for it takes a minute. */
const kept = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'grocery-planner');
const debian = path.join(kept, 'debian-13');

/** What distroless base-nossl is made of, beside an empty /tmp. */
const WITHOUT_SHELL = ['base-files', 'libc6', 'tzdata'];

/** Left out of Debian's slim images as well. */
const NOT_SLIM = ['usr/share/doc', 'usr/share/man', 'usr/share/info', 'usr/share/locale', 'var/cache/apt', 'var/log/apt'];

export const images = {
  web: { file: 'Dockerfile.prod', needs: ['target/app/grocery-planner.jar'], system: 'planner-glibc' },
  ai: { file: 'ai-service/Dockerfile.prod', needs: ['ai-service/target/app/ai-service.jar'], system: 'planner-debian' },
};

/** What Maven has made already, so that an image's build need not do it again. */
const COMPILED = [
  ...['planner', 'mvnw', '.mvn', 'pom.xml', 'catalogue', 'telemetry', 'frontend', 'samples/receipts', 'src/main'],
  ...['ai-service/pom.xml', 'ai-service/models.sha256', 'ai-service/src/main', 'ai-service/languages.sh'],
  ...['target/planner.stamp', 'target/app', 'target/embedded-database'],
  ...['ai-service/target/planner.stamp', 'ai-service/target/app', 'ai-service/target/native', 'ai-service/target/models'],
];
const NOT_COMPILED = ['**/app.aot', '**/exemplars.vectors', '**/rehearsal.*', '**/hs_err_*', 'ai-service/target/native/*/djl'];

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Why images cannot be built here, in words; nothing where they can. */
export function whyNot() {
  if (process.platform !== 'linux') return 'images are built on Linux only';
  if (process.getuid() !== 0) return 'building images without a daemon takes root';
  for (const program of ['buildah', 'debootstrap']) {
    if (!has(program) && !install(program)) {
      return `${program} is not there and could not be installed (Debian: apt install buildah debootstrap)`;
    }
  }
  return madeDebian() ? whyNotRun() : `no Debian to build on: see ${debian}.log`;
}

/** Containers of others seldom let one mount and change the root, which building takes. */
function whyNotRun() {
  const store = new Buildah(temporaryFolder());
  try {
    const trial = store.call('from', 'scratch');
    store.call('mount', trial);
    store.call('copy', '--quiet', trial, debian, '/');
    store.call('run', '--isolation', 'chroot', trial, '--', '/bin/true');
    return undefined;
  } catch (failure) {
    return `containers cannot be run here: ${failure.message}`;
  } finally {
    store.remove();
  }
}

function install(program) {
  if (!has('apt-get')) return false;
  const command = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${program}`;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('sh', ['-c', command], { env: environment }).status === 0 && has(program);
}

function madeDebian() {
  if (existsSync(debian)) return true;
  mkdirSync(kept, { recursive: true });
  const draft = mkdtempSync(`${debian}.`);
  const made = spawnSync('debootstrap', ['--variant=minbase', 'trixie', draft], { encoding: 'utf8' });
  writeFileSync(`${debian}.log`, `${made.stdout}${made.stderr}`);
  if (made.status === 0) {
    for (const folder of NOT_SLIM) rmSync(path.join(draft, folder), { recursive: true });
    spawnSync('sh', ['-c', `rm -rf ${draft}/var/lib/apt/lists/*`]);
    renameSync(draft, debian);
  } else {
    rmSync(draft, { recursive: true });
  }
  return made.status === 0;
}

/** A store of images in a folder of its own. */
export class Buildah {
  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  options() {
    return ['--root', path.join(this.folder, 'store'), '--runroot', path.join(this.folder, 'run'), '--storage-driver', 'overlay'];
  }

  call(...command) {
    const done = spawnSync('buildah', [...this.options(), ...command], { encoding: 'utf8', maxBuffer: 64 << 20, cwd: root });
    if (done.status !== 0) {
      throw new Error(`buildah ${command.join(' ')}\n${`${done.stdout}${done.stderr}`.slice(-4000)}`);
    }
    return done.stdout.trim();
  }

  /** Stand-ins for a JDK's image, Debian's slim one and one without a shell. */
  makeBases(javaHome) {
    const tar = (name, what) => {
      const file = path.join(this.folder, `${name}.tar`);
      const done = spawnSync('sh', ['-c', `cd '${debian}' && tar cf '${file}' --no-recursion -T -`], { input: what() });
      if (done.status !== 0) throw new Error(`${done.stderr}`);
      return file;
    };
    const find = (start) => spawnSync('find', [start], { cwd: debian }).stdout;
    const system = this.call('from', 'scratch');
    this.call('add', system, tar('debian', () => find('.')), '/');
    this.call('commit', '--quiet', system, 'localhost/planner-debian');
    this.call('copy', system, javaHome, '/opt/jdk');
    // Distributions put a link there, to certificates elsewhere.
    const trusted = realpathSync(path.join(javaHome, 'lib/security/cacerts'));
    this.call('copy', system, trusted, trusted);
    this.call('config', '--env', 'JAVA_HOME=/opt/jdk', '--env', 'PATH=/opt/jdk/bin:/usr/sbin:/usr/bin:/sbin:/bin', system);
    this.call('commit', '--quiet', '--rm', system, 'localhost/planner-jdk');

    const small = this.call('from', 'scratch');
    this.call('add', small, tar('glibc', () => filesOf(WITHOUT_SHELL)), '/');
    this.call('commit', '--quiet', '--rm', small, 'localhost/planner-glibc');
  }

  /** The stage "compiled" from what this folder's build has made. */
  makeCompiled() {
    const ignored = path.join(this.folder, 'ignored');
    writeFileSync(ignored, ['*', ...COMPILED.map((name) => `!${name}`), ...NOT_COMPILED, ''].join('\n'));
    const recipe = path.join(this.folder, 'compiled');
    writeFileSync(recipe, [
      'FROM localhost/planner-jdk',
      'RUN useradd --uid 10002 --create-home builder && install -d -o builder -g builder /home/builder/planner',
      'USER builder',
      'WORKDIR /home/builder/planner',
      'COPY --chown=builder:builder . .',
      'RUN touch target/planner.stamp ai-service/target/planner.stamp',
      '',
    ].join('\n'));
    this.build('localhost/planner-compiled', recipe, ['--ignorefile', ignored]);
  }

  build(name, file, options = []) {
    return this.call(
      ...['build', '--isolation', 'chroot', '--pull-never', '--format', 'docker', '--layers'],
      ...['--tag', name, '--file', file, ...options, root],
    );
  }

  /** The product's own recipe; Maven's part is taken over from this folder, unless it is all to be done again. */
  buildImage(which, { fromSources = false } = {}) {
    const stages = { JDK: 'planner-jdk', SYSTEM: images[which].system, ...(fromSources ? {} : { COMPILED: 'planner-compiled' }) };
    const given = Object.entries(stages).flatMap(([stage, image]) => ['--build-arg', `${stage}=localhost/${image}`]);
    this.build(`localhost/planner-${which}`, images[which].file, [...given, '--build-arg', 'REVISION=0123abc']);
    return `localhost/planner-${which}`;
  }

  config(image) {
    return JSON.parse(this.call('inspect', '--type', 'image', image)).Docker.config;
  }

  /** Each layer as a registry keeps it: gzipped bytes, and the instruction it comes from. */
  layers(image) {
    const target = path.join(this.folder, `pushed-${image.replace(/\W/g, '-')}`);
    this.call('push', '--quiet', image, `dir:${target}`);
    const manifest = JSON.parse(readFileSync(path.join(target, 'manifest.json'), 'utf8'));
    const config = JSON.parse(readFileSync(path.join(target, manifest.config.digest.replace('sha256:', '')), 'utf8'));
    rmSync(target, { recursive: true });
    const made = config.history.filter((step) => !step.empty_layer).map((step) => step.created_by ?? '');
    return manifest.layers.map((layer, i) => ({ bytes: layer.size, from: made[i] }));
  }

  container(image) {
    return new Container(this, image);
  }

  remove() {
    spawnSync('buildah', [...this.options(), 'rm', '--all']);
    spawnSync('buildah', [...this.options(), 'rmi', '--all', '--force']);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Files and folders of these packages, by Debian's own lists; /tmp for everyone. */
function filesOf(packages) {
  const info = path.join(debian, 'var/lib/dpkg/info');
  const listed = packages.flatMap((name) => {
    const list = [`${name}.list`, `${name}:amd64.list`, `${name}:arm64.list`].find((file) => existsSync(path.join(info, file)));
    return readFileSync(path.join(info, list), 'utf8').split('\n').filter((line) => line.startsWith('/') && line !== '/.');
  });
  const there = listed.map((line) => `.${line}`).filter((file) => existsSync(path.join(debian, file)));
  return [...new Set(['./lib', './lib64', './bin', './sbin', './etc/passwd', './etc/group', ...there])].join('\n');
}

/** A container that runs as its image says: user, folder, environment and entry point. */
class Container {
  constructor(store, image) {
    this.store = store;
    this.id = store.call('from', '--pull-never', image);
    this.config = store.config(image);
    this.folder = store.call('mount', this.id);
    this.output = '';
  }

  start(program, environment = {}) {
    const given = Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    const command = ['run', '--isolation', 'chroot', ...given, this.id, '--', ...program];
    const options = { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment() };
    this.process = spawn('buildah', [...this.store.options(), ...command], options);
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on('data', (text) => (this.output += text));
    this.ended = new Promise((resolve) => this.process.once('close', resolve));
    return this;
  }

  /** The numeric user of a process by its program, in this container's group of processes. */
  userOf(program) {
    const group = spawnSync('ps', ['-A', '-o', 'pgid=,uid=,args='], { encoding: 'utf8' }).stdout.split('\n');
    const found = group.map((line) => line.trim().split(/\s+/)).find((each) => each[0] === `${this.process.pid}` && each[2] === program);
    return found && Number(found[1]);
  }

  async stop() {
    if (this.process?.exitCode === null) process.kill(-this.process.pid, 'SIGTERM');
    await this.ended;
  }

  remove() {
    this.store.call('umount', this.id);
    this.store.call('rm', this.id);
  }
}
