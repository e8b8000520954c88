// A replica goes and another comes: nobody loses what they typed or sent, and nobody has to reload or sign in.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Visitor, findChromium, launch } from './browser.mjs';
import { Planner, Rest, remove, sample, temporaryFolder, until } from './planner.mjs';
import { Replica, StickyProxy } from './replicas.mjs';

const PASSWORD = 'a quiet kitchen';
const TYPED = 'Corner shop\nMilk 1.29\nBread 2.49';
const LAST_WORDS = '\nEggs 3.19';
const missing = !StickyProxy.find() ? 'HAProxy' : !findChromium() && !process.env.CI ? 'Chromium' : undefined;
const skip = missing ? `no ${missing} found` : false;
/** A proxy that cuts what is silent for three pings. */
const PING = { PLANNER_SCREENS_PING_EVERY: '2s' };
const SILENCE_MS = 6_000;

describe('a replica is replaced', { skip }, () => {
  let data;
  let planner;
  let browser;
  let proxy;
  let first;
  const visitors = [];
  const replicas = [];

  const start = async (name) => {
    const replica = await Replica.start(name, proxy.ports[name], data, PING);
    replicas.push(replica);
    await until('the proxy has seen it', 20, async () => {
      const answer = await fetch(`${proxy.url}/health/ready`, { headers: { cookie: `replica=${name}` } });
      // Whoever is sent elsewhere is given another cookie.
      return answer.ok && !answer.headers.get('set-cookie')?.includes('replica=');
    });
    return replica;
  };

  before(async () => {
    data = temporaryFolder();
    // For its database; nobody visits its own replica.
    planner = await Planner.start({ data, options: ['--empty', '--no-ai'] });
    browser = await launch();
    proxy = await StickyProxy.start(data, ['A', 'B', 'C', 'D'], SILENCE_MS);
    first = await start('A');
  });

  afterEach(async () => {
    for (const visitor of visitors.splice(0)) await visitor.leave();
  });

  after(async () => {
    await browser?.close();
    await Promise.all(replicas.map((replica) => replica.stop('SIGKILL')));
    await proxy?.close();
    await planner?.stop();
    remove(data);
  });

  async function newcomer() {
    const email = `ada.${crypto.randomUUID()}@example.org`;
    const { status, body } = await new Rest(proxy.url).post('/sign-ups', {
      name: 'Ada',
      email,
      password: PASSWORD,
      household: { name: 'Maple Street 7', currency: 'EUR', timeZone: 'Europe/Berlin' },
    });
    assert.equal(status, 201);
    return { email, rest: new Rest(proxy.url, body.token) };
  }

  async function arriveAt(email, address, replica = first) {
    const visitor = await Visitor.arrive(browser, proxy.url, 'laptop');
    visitors.push(visitor);
    await visitor.context.addCookies([{ name: 'replica', value: replica.name, url: proxy.url }]);
    const { page } = visitor;
    page.push = { opened: 0, closed: 0, heard: 0 };
    page.on('websocket', (socket) => {
      page.push.opened++;
      socket.on('framereceived', () => page.push.heard++);
      socket.on('close', () => page.push.closed++);
    });
    await page.goto(address);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('checkbox', { name: 'Stay signed in' }).check();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Receipts', exact: true }).waitFor();
    await page.evaluate(() => (window.pageOfBefore = true));
    return page;
  }

  const cameBack = (page) => page.waitForFunction(() => !window.pageOfBefore, undefined, { timeout: 90_000 });

  async function send(page, name) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /^Choose/ }).click(),
    ]);
    await chooser.setFiles([sample(name)]);
    await page.getByRole('heading', { name: /^On (its|their) way$/ }).waitFor();
  }

  async function pasteText(page) {
    await page.getByRole('button', { name: 'Paste text' }).click();
    const text = page.getByRole('textbox', { name: 'The text of an e-receipt' });
    await text.waitFor();
    // What is kept is on the server once this was answered.
    await Promise.all([page.waitForResponse((answer) => answer.request().postData()?.includes('Milk 1.29')), text.fill(TYPED)]);
    return text;
  }

  async function findsEverything(page, rest, typed = TYPED) {
    await cameBack(page);
    assert.equal(new URL(page.url()).pathname, '/receipts', 'the same address, and no sign-in before it');
    await page.getByText('This is what you had typed').waitFor();
    const text = page.getByRole('textbox', { name: 'The text of an e-receipt' });
    assert.equal(await text.inputValue(), typed);
    assert.equal((await rest.get('/receipts')).body.items.length, 1);
  }

  test('killed without a word: the text and the upload are there', async () => {
    const { email, rest } = await newcomer();
    const page = await arriveAt(email, '/receipts');
    await send(page, 'receipts/green-basket-mild.jpg');
    await pasteText(page);

    await first.stop('SIGKILL');
    first = await start('B');

    await findsEverything(page, rest);
  });

  test('told to stop: people are told first, and then find everything', async () => {
    const { email, rest } = await newcomer();
    const page = await arriveAt(email, '/receipts');
    await send(page, 'receipts/green-basket-mild.jpg');
    const text = await pasteText(page);

    const [former, next] = [first, await start('C')];
    first = next;
    const told = page.getByText('We are updating').first().waitFor({ state: 'attached' });
    // Still being typed when the replica is told.
    await text.pressSequentially(LAST_WORDS);
    const ended = former.stop('SIGTERM');
    await Promise.all([told, ended]);

    await findsEverything(page, rest, TYPED + LAST_WORDS);
  });

  test('a screen nobody touches keeps its connection through a proxy that cuts silent ones', async () => {
    const { email } = await newcomer();
    const page = await arriveAt(email, '/receipts');
    await until('the connection', 20, () => page.push.heard > 0);
    const { opened, closed, heard } = page.push;
    await until('something crosses for longer than silence is borne', 60, () => page.push.heard >= heard + 6);
    assert.equal(page.push.closed, closed);
    assert.equal(page.push.opened, opened);
    assert.ok(await page.evaluate(() => window.pageOfBefore));
  });

  test('with two replicas a change at one is seen at the other', async () => {
    const other = await start('D');
    const { email, rest } = await newcomer();
    const here = await arriveAt(email, '/receipts', first);
    const there = await arriveAt(email, '/receipts', other);
    const cookie = async (page) => (await page.context().cookies()).find(({ name }) => name === 'replica').value;
    assert.notEqual(await cookie(here), await cookie(there));

    await send(there, 'receipts/green-basket-mild.jpg');
    await here.getByRole('heading', { name: /^On (its|their) way$/ }).waitFor();

    assert.ok(await here.evaluate(() => window.pageOfBefore), 'without a reload');
    assert.equal((await rest.get('/receipts')).body.items.length, 1);
  });
});
