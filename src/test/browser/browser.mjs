// Chromium for the journeys: found or pointed at by CHROMIUM, and watched while it is used.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const devices = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  laptop: { viewport: { width: 1440, height: 900 } },
};

/** Where Chromium is, or nothing. */
export function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = process.env.PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  const applications = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];
  return [process.env.CHROMIUM, ...onPath, ...applications.map((name) => `/Applications/${name}`), ...ofPlaywright()]
    .filter(Boolean)
    .find((file) => existsSync(file));
}

/** What `playwright install chromium` leaves, the newest first. */
function ofPlaywright() {
  const folders = [path.join(homedir(), '.cache/ms-playwright'), path.join(homedir(), 'Library/Caches/ms-playwright')];
  const programs = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'];
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^chromium-\d+$/.test(name))
        .sort()
        .reverse()
        .flatMap((name) => programs.map((program) => path.join(folder, name, program))),
    );
}

/** Options are Playwright's own. */
export function launch(options = {}) {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync'].map((what) => `--disable-${what}`);
  return chromium.launch({
    ...options,
    executablePath: findChromium(),
    args: ['--no-first-run', ...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** A person at a device. Whatever goes wrong in their browser is kept, and `checkCalm` fails for it. */
export class Visitor {
  static async arrive(browser, baseUrl, device) {
    const context = await browser.newContext({
      ...devices[device],
      baseURL: baseUrl,
      locale: 'en-IE',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    context.setDefaultTimeout(20_000);
    return new Visitor(context, await context.newPage(), baseUrl, device);
  }

  constructor(context, page, baseUrl, device) {
    this.context = context;
    this.page = page;
    this.device = device;
    this.faults = [];
    this.screens = [];
    const home = new URL(baseUrl).host;
    const check = (address) => {
      const { host, protocol } = new URL(address);
      if (!['data:', 'blob:'].includes(protocol) && host !== home) this.faults.push(`a call to another host: ${address}`);
    };
    context.on('request', (request) => check(request.url()));
    page.on('websocket', (socket) => check(socket.url()));
    page.on('pageerror', (error) => this.faults.push(`a script failed: ${error.stack}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) {
        this.faults.push(`the console says: ${message.text()} (${message.location().url})`);
      }
    });
  }

  /** Looks at a screen, light and dark: nothing that keeps people out, and a picture where SCREENSHOTS asks for one. */
  async look(name) {
    this.screens.push(name);
    for (const scheme of ['light', 'dark']) {
      await this.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await this.page.evaluate(() => document.fonts.ready.then(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})))));
      await this.photograph(`${name}-${this.device}-${scheme}`);
      for (const violation of await this.barriers()) this.faults.push(`${name}, ${scheme}: ${violation}`);
    }
    await this.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  }

  async photograph(name) {
    const folder = process.env.SCREENSHOTS;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  }

  async barriers() {
    await this.page.evaluate(axe);
    const { violations, passes } = await this.page.evaluate(() =>
      globalThis.axe.run(document, { resultTypes: ['violations', 'passes'] }),
    );
    assert.ok(passes.length > 10, 'axe-core has looked at the page');
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary.replaceAll(/\s+/g, ' ')}`),
      );
  }

  checkCalm() {
    assert.deepEqual([...new Set(this.faults)], []);
  }

  leave() {
    return this.context.close();
  }
}
