// What people see while ai-service is away: an administrator on an open page, and a household in the middle of its work.
// SCREENSHOTS=DIR keeps pictures.
import assert from 'node:assert/strict';
import { openAsBlob } from 'node:fs';
import { after, before, test } from 'node:test';
import { Banner } from './banner.mjs';
import { Visitor, findChromium, launch } from './browser.mjs';
import { Killing } from './killing.mjs';
import { Planner, Rest, remove, sample, temporaryFolder, until } from './planner.mjs';

const PASSWORD = 'a quiet kitchen';
const AT_ONCE = 2_000;
/** ai-service is looked at every two seconds. */
const LOOKED_AT = 2_000;
/** Only where nobody relies on the answer. */
const skip = findChromium() || process.env.CI ? false : 'no Chromium found';

const data = temporaryFolder();
const killing = new Killing();
let planner;
let banner;
let browser;

before(async () => {
  if (skip) return;
  planner = await Planner.start({ data });
  banner = await Banner.open(planner.url);
  browser = await launch();
});

after(async () => {
  killing.end();
  await banner?.close();
  await browser?.close();
  await planner?.stop();
  remove(data);
});

/** Somebody with a receipt that is read, before its lines. */
async function reviewer(device) {
  const email = `ada.${crypto.randomUUID()}@example.org`;
  const household = { name: 'Maple Street 7', currency: 'EUR', timeZone: 'Europe/Berlin' };
  const signedUp = await new Rest(planner.url).post('/sign-ups', { name: 'Ada', email, password: PASSWORD, household });
  assert.equal(signedUp.status, 201);
  const rest = new Rest(planner.url, signedUp.body.token);
  const form = new FormData();
  form.set('file', await openAsBlob(sample('receipts/lindenhof-creased.jpg')), 'receipt.jpg');
  const { id } = (await rest.post('/receipts', form)).body;
  await until('the receipt is read', 150, async () => (await rest.get(`/receipts/${id}`)).body.stage === 'ready_for_review');

  const visitor = await Visitor.arrive(browser, planner.url, device);
  await visitor.page.goto(`/receipts/${id}`);
  await visitor.page.getByLabel('E-mail address').fill(email);
  await visitor.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await visitor.page.getByRole('button', { name: 'Sign in' }).click();
  await visitor.page.getByRole('button', { name: /^Accept \d+ lines$/ }).waitFor();
  return { visitor, page: visitor.page, rest, id };
}

/** Opens the line of the Gouda and writes what it is, so that Enter is all that is missing. */
async function nameTheGouda(page, name) {
  const line = page.locator('li.line').filter({ hasText: 'GOUDA' });
  await line.click();
  const item = line.getByRole('combobox', { name: 'Item' });
  await item.fill(name);
  return {
    enter: () => item.press('Enter'),
    isKept: async () => {
      await line.getByText(name, { exact: true }).waitFor();
      await line.getByRole('button', { name: 'Done' }).click();
      await item.waitFor({ state: 'hidden' });
    },
  };
}

/** When the banner came and went, written down in the page; a reload would lose it. */
const watchBanner = () =>
  banner.page.evaluate(() => {
    window.banner = [];
    const note = () => {
      const shown = Boolean(document.querySelector('.degradations .note'));
      if (shown !== (window.banner.at(-1)?.shown ?? false)) window.banner.push({ shown, at: Date.now() });
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true });
  });

const bannerTurns = (number) =>
  until(`the banner's turn ${number}`, 120, () => banner.page.evaluate((n) => window.banner?.[n - 1], number));

/** When the application itself knew. */
const health = (wanted) =>
  until(`health is ${wanted}`, 120, async () => {
    const { status } = await (await fetch(`${planner.url}/health`)).json();
    return status === wanted && Date.now();
  });

test('ai-service dies: an open page says so at once and stops saying so, and nobody is kept from their work', { skip }, async (here) => {
  assert.equal(banner.excuse, undefined);
  const laptop = await reviewer('laptop');
  const phone = await reviewer('phone');
  const reviewed = await nameTheGouda(laptop.page, 'Gouda in slices');
  const added = await nameTheGouda(phone.page, 'Wheel of the hill dairy');
  await watchBanner();

  const known = health('degraded');
  const killedAt = Date.now();
  killing.begin({ planner });
  await Promise.all([added.enter(), reviewed.enter()]);
  const knownAt = await known;
  const came = await bannerTurns(1);
  here.diagnostic(`the banner came ${came.at - killedAt} ms after the kill, ${came.at - knownAt} ms after health said so`);
  assert.ok(came.shown);
  assert.ok(came.at - knownAt < AT_ONCE, 'at once when it is known');
  assert.ok(came.at - killedAt < LOOKED_AT + AT_ONCE, 'and it is known soon');
  await banner.visitor.look('degraded-admin');

  await Promise.all([added.isKept(), reviewed.isKept()]);
  for (const { page, visitor } of [laptop, phone]) {
    await page.getByText(/^Category suggestions are temporarily unavailable/).waitFor();
    await visitor.look('degraded-review');
    await page.getByRole('button', { name: /^Accept \d+ lines$/ }).click();
    await page.getByRole('heading', { name: 'Pantry', exact: true }).waitFor();
  }
  await phone.page.getByText('Wheel of the hill dairy').waitFor();
  await phone.page.getByRole('navigation').getByRole('link', { name: 'Receipts' }).filter({ visible: true }).click();
  await phone.page.getByText(/^Reading is temporarily unavailable/).waitFor();
  await phone.visitor.look('degraded-household');

  const well = health('ok');
  killing.end();
  const endedAt = Date.now();
  const wellAt = await well;
  const went = await bannerTurns(2);
  here.diagnostic(`the banner went ${went.at - endedAt} ms after the last kill, ${went.at - wellAt} ms after health said so`);
  assert.ok(!went.shown);
  assert.ok(went.at - wellAt < AT_ONCE, 'gone at once when all is well');
  await phone.page.getByText(/^Reading is temporarily unavailable/).waitFor({ state: 'hidden' });
  for (const { visitor } of [laptop, phone, banner]) visitor.checkCalm();
});
