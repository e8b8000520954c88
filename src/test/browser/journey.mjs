// What people do, in a real browser: from signing up to what lies in the pantry, on a phone and on a laptop.
// Starts an application of its own, or uses the one at BASE_URL. SCREENSHOTS=DIR keeps pictures of every screen.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { Visitor, findChromium, launch } from './browser.mjs';
import { Planner, Rest, remove, sample, temporaryFolder, until } from './planner.mjs';

const PASSWORD = 'a quiet kitchen';
const RECEIPT = 'receipts/lindenhof-creased.jpg';
/** Only where nobody relies on the answer. */
const skip = findChromium() || process.env.CI ? false : 'no Chromium found';

let baseUrl = process.env.BASE_URL?.replace(/\/$/, '');
let planner;
let data;
let browser;
let visitor;
let page;

const somebody = () => `ada.${crypto.randomUUID()}@example.org`;

/** Somebody who signed up over REST, to begin in the middle. */
async function newcomer() {
  const email = somebody();
  const { status, body } = await new Rest(baseUrl).post('/sign-ups', {
    name: 'Ada',
    email,
    password: PASSWORD,
    household: { name: 'Maple Street 7', currency: 'EUR', timeZone: 'Europe/Berlin' },
  });
  assert.equal(status, 201);
  return { email, rest: new Rest(baseUrl, body.token) };
}

async function arrive(device) {
  visitor = await Visitor.arrive(browser, baseUrl, device);
  page = visitor.page;
}

async function signIn(email) {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut() {
  if (visitor.device === 'phone') await page.getByRole('link', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Sign out' }).filter({ visible: true }).click();
  await heading('Welcome back').waitFor();
}

/** Samples by their names, or files made up here. */
async function upload(...files) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Choose/ }).click(),
  ]);
  await chooser.setFiles(files.map((file) => (typeof file === 'string' ? sample(file) : file)));
}

const heading = (name) => page.getByRole('heading', { name, exact: true });
const navigate = (name) => page.getByRole('navigation').getByRole('link', { name }).filter({ visible: true }).click();

/** From here on, every stage that is shown is written down in the page; a reload would lose it. */
const watchStages = () =>
  page.evaluate(() => {
    window.stages = [];
    const note = () => {
      const now = document.querySelector('ol[aria-label="Progress"] [aria-current="step"]')?.textContent;
      if (now && window.stages.at(-1) !== now) window.stages.push(now);
    };
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });

before(async () => {
  if (skip) return;
  if (!baseUrl) {
    data = temporaryFolder();
    planner = await Planner.start({ data, options: ['--empty'] });
    baseUrl = planner.url;
  }
  browser = await launch();
});

afterEach(async () => {
  await visitor?.leave();
  visitor = undefined;
});

after(async () => {
  await browser?.close();
  await planner?.stop();
  if (data) remove(data);
});

for (const device of ['phone', 'laptop']) {
  describe(`on a ${device}`, { skip }, () => {
    test('a photographed receipt becomes stock, and is still there after signing in again', async () => {
      const email = somebody();
      await arrive(device);
      await page.goto('/');
      await heading('Welcome back').waitFor();
      await visitor.look('sign-in');

      await page.getByRole('link', { name: 'Set up your household' }).click();
      await heading('Set up your household').waitFor();
      await visitor.look('sign-up');
      await page.getByLabel('Your name').fill('Ada Lovelace');
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByLabel('Name', { exact: true }).fill('Maple Street 7');
      assert.match(await page.getByLabel('Currency').inputValue(), /EUR/);
      assert.equal(await page.getByLabel('Time zone').inputValue(), 'Europe/Berlin');
      await page.getByRole('button', { name: 'Set up', exact: true }).click();

      await heading('The shelves are empty').waitFor();
      await page.waitForURL((url) => url.pathname === '/pantry');
      await visitor.look('pantry-empty');

      await page.getByRole('button', { name: 'Photograph a receipt' }).click();
      await heading('No receipts yet').waitFor();
      await visitor.look('receipts-empty');
      await watchStages();
      await upload(RECEIPT);
      await page.getByRole('list', { name: 'Progress' }).waitFor();
      await visitor.photograph(`receipts-reading-${device}-light`);
      await heading('Ready to check').waitFor({ timeout: 90_000 });
      const stages = await page.evaluate(() => window.stages);
      assert.ok(stages?.includes('Reading'), `stages moved before the eyes, without a reload: ${stages}`);
      await heading('On their way').waitFor({ state: 'hidden' });
      await visitor.look('receipts');

      await page.getByRole('link', { name: /Lindenhof/ }).click();
      const picture = page.getByRole('img', { name: 'The receipt as it was sent' });
      await picture.waitFor();
      await until('the picture is drawn', 20, () => picture.evaluate((image) => image.complete && image.naturalWidth > 300));
      const lines = page.locator('li.line');
      const boxes = page.getByRole('button', { name: /^Line \d+: / });
      assert.ok((await lines.count()) >= 10, 'the lines of the receipt are read');
      assert.equal(await boxes.count(), await lines.count());
      await until('the boxes lie on the picture', 20, () => page.evaluate(boxesLieOnThePicture));
      const accept = page.getByRole('button', { name: /^Accept \d+ lines$/ });
      await accept.waitFor();
      await page.getByRole('status').filter({ hasText: /adds up|differs by/ }).waitFor();
      await visitor.look('review');

      const gouda = lines.filter({ hasText: 'GOUDA' });
      await gouda.click();
      const item = gouda.getByRole('combobox', { name: 'Item' });
      await item.fill('Gouda in slices');
      await visitor.look('review-line-open');
      await item.press('Enter');
      await gouda.getByText('Gouda in slices', { exact: true }).waitFor();
      await gouda.getByRole('button', { name: 'Done' }).click();
      await item.waitFor({ state: 'hidden' });
      assert.ok((await page.evaluate(() => window.stages))?.includes('Reading'), 'still the page of before');

      await accept.click();
      await heading('Pantry').waitFor();
      await page.waitForURL((url) => url.pathname === '/pantry');
      await pantryHoldsTheGouda();
      await until('the pantry begins at its top', 5, () => page.evaluate(() => window.scrollY === 0));
      await visitor.look('pantry');

      await signOut();
      await signIn(email);
      await pantryHoldsTheGouda();
      await navigate('Receipts');
      await heading('Put away').waitFor();
      visitor.checkCalm();
    });

    test('an address opened while signed out is where signing in leads to', async () => {
      const { email } = await newcomer();
      await arrive(device);
      await page.goto('/receipts?scan');
      await heading('Welcome back').waitFor();
      await signIn(email);
      await heading('No receipts yet').waitFor();
      await page.waitForURL((url) => url.pathname === '/receipts');
      await page.goto('/login');
      await heading('The shelves are empty').waitFor();
      visitor.checkCalm();
    });
  });
}

describe('accepted too early', { skip }, () => {
  test('a photo from the camera is corrected, accepted, taken back, accepted again, and has prices', async () => {
    const { email, rest } = await newcomer();
    await arrive('phone');
    await page.goto('/receipts');
    await signIn(email);
    await heading('No receipts yet').waitFor();
    const [camera] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Take a photo' }).click(),
    ]);
    assert.equal(await camera.element().getAttribute('capture'), 'environment');
    await camera.setFiles(sample(RECEIPT));
    // While it is under way its name is a link as well, which goes when it is ready.
    await heading('Ready to check').waitFor({ timeout: 90_000 });
    await page.getByRole('link', { name: /Lindenhof/ }).click();

    const accept = page.getByRole('button', { name: /^Accept \d+ lines$/ });
    await accept.waitFor();
    const lines = page.locator('li.line');
    const doubtful = lines.locator('visible=true').filter({ has: page.locator('.confidence:not(.sure)') });
    const line = (await doubtful.count()) > 0 ? doubtful.first() : lines.filter({ hasText: 'GOUDA' });
    const number = await line.getAttribute('data-line');
    await line.click();
    const open = page.locator(`li.line[data-line="${number}"]`);
    await open.getByRole('combobox', { name: 'Item' }).fill('Gouda of the mill');
    await open.getByRole('combobox', { name: 'Item' }).press('Enter');
    await open.getByRole('button', { name: 'Done' }).click();
    await open.getByText('Gouda of the mill', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Fold \d+ certain lines?$/ }).click();
    await visitor.look('review-folded');
    await page.getByRole('button', { name: /^Show \d+ certain lines?$/ }).click();

    await accept.click();
    await heading('Pantry').waitFor();
    await page.getByText('Gouda of the mill').waitFor();
    await navigate('Receipts');
    await page.getByRole('link', { name: /Lindenhof/ }).click();
    await page.getByText(/^You can take this back until/).waitFor();
    await visitor.look('review-accepted');
    await page.getByRole('button', { name: 'Undo' }).click();
    await accept.waitFor();
    assert.deepEqual((await rest.get('/inventory/entries')).body.items, []);

    await accept.click();
    await heading('Pantry').waitFor();
    await page.getByRole('link', { name: /prices of Gouda of the mill/ }).click();
    await heading('Gouda of the mill').waitFor();
    await page.getByText('Last paid').waitFor();
    await visitor.look('prices');
    visitor.checkCalm();
  });
});

/** Run in the page. */
function boxesLieOnThePicture() {
  const picture = document.querySelector('.viewer-sheet > img').getBoundingClientRect();
  const boxes = [...document.querySelectorAll('.line-box')].map((box) => box.getBoundingClientRect());
  const lies = (box) =>
    box.width > 20 &&
    box.height > 3 &&
    box.left >= picture.left &&
    box.right <= picture.right &&
    box.top >= picture.top &&
    box.bottom <= picture.bottom;
  return boxes.length > 0 && boxes.every(lies);
}

/** Corrected name, place, category and price, as they were on the receipt. */
async function pantryHoldsTheGouda() {
  const fridge = page.locator('section').filter({ has: page.getByRole('heading', { name: /Fridge/ }) });
  const gouda = fridge.getByRole('listitem').filter({ hasText: 'Gouda in slices' });
  await gouda.waitFor();
  await gouda.getByText('Dairy & eggs').waitFor();
  assert.match(await gouda.innerText(), /€\s?2\.49|2\.49\s?€/);
}

describe('words of the moment', { skip }, () => {
  test('what an input method puts down with the last tap is taken', async () => {
    const { email, rest } = await newcomer();
    await arrive('phone');
    await page.goto('/receipts');
    await signIn(email);
    await heading('No receipts yet').waitFor();
    await page.getByRole('button', { name: 'Paste text' }).click();
    const text = page.getByRole('textbox', { name: 'The text of an e-receipt' });
    await text.pressSequentially('Corner shop\nMilk 1.29');
    // Ending a composition says "input" once more, with nothing changed.
    await text.dispatchEvent('input', { bubbles: true, composed: true });
    await page.getByRole('button', { name: 'Take this receipt' }).click();
    await text.waitFor({ state: 'hidden' });
    assert.equal((await rest.get('/receipts')).body.items.length, 1);
    visitor.checkCalm();
  });
});

describe('files that are no receipts', { skip }, () => {
  const refused = {
    'text.jpg': 'This is not a photo or PDF that we can read. JPEG, HEIC, PNG, WebP and PDF work.',
    'truncated.jpg': 'This file is damaged or breaks off. Please take the photo again, or send the file once more.',
    'empty.jpg': 'This file is empty. Please choose the photo again.',
    'huge-pixels.png': 'This picture has more than 30 megapixels. Please take the photo with a lower resolution.',
  };

  test('each is turned down with its sentence, and nothing stays behind', async () => {
    const { email, rest } = await newcomer();
    const before = storedFiles();
    await arrive('phone');
    await page.goto('/receipts');
    await signIn(email);
    await heading('No receipts yet').waitFor();
    for (const [file, sentence] of Object.entries(refused)) {
      await upload(`bad/${file}`);
      await page.getByText(`${file}: ${sentence}`).waitFor();
      // While a file is being sent it stands in a list of its own.
      await page.locator('vaadin-upload-file').waitFor({ state: 'hidden' });
    }
    await visitor.look('receipts-refused');
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await page.getByText('text.jpg:').waitFor({ state: 'hidden' });
    await heading('No receipts yet').waitFor();
    assert.deepEqual((await rest.get('/receipts')).body.items, []);
    assert.deepEqual(storedFiles(), before);
    visitor.checkCalm();
  });

  test('a photo comes in by its ending where the browser knows no type for it, and a text does not', async () => {
    const { email, rest } = await newcomer();
    await arrive('laptop');
    await page.goto('/receipts');
    await signIn(email);
    await heading('No receipts yet').waitFor();
    const photo = { name: 'IMG_0001.HEIC', mimeType: '', buffer: readFileSync(sample('heic/lindenhof-skewed.heic')) };
    const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Milk 1.29') };
    await upload(text, photo);
    await page.getByText('notes.txt: This is not a photo or PDF that we can read.').waitFor();
    await heading(/^On (its|their) way$/).waitFor();
    assert.equal((await rest.get('/receipts')).body.items.length, 1);
    visitor.checkCalm();
  });

  test('a photo without a receipt says so, and can be tried again', async () => {
    const { email } = await newcomer();
    await arrive('laptop');
    await page.goto('/receipts');
    await signIn(email);
    await upload('bad/wall.jpg');
    await page.getByText(/^No text could be found on the picture/).waitFor({ timeout: 60_000 });
    await page.getByText('Reading failed').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await visitor.look('receipts-failed');
    visitor.checkCalm();
  });

  test('the same file again asks whether it is the same receipt', async () => {
    const { email, rest } = await newcomer();
    await arrive('phone');
    await page.goto('/receipts');
    await signIn(email);
    await heading('No receipts yet').waitFor();
    await upload(RECEIPT);
    await heading('Ready to check').waitFor({ timeout: 90_000 });
    await upload(RECEIPT);
    await heading('Is this the same receipt?').waitFor();
    await visitor.look('receipts-duplicate');
    await page.getByRole('button', { name: 'Keep one' }).click();
    await heading('Is this the same receipt?').waitFor({ state: 'hidden' });
    assert.equal((await rest.get('/receipts')).body.items.length, 1);

    await upload(RECEIPT);
    await page.getByRole('button', { name: 'Keep both' }).click();
    await page.getByText('2 ready').waitFor({ timeout: 90_000 });
    assert.equal((await rest.get('/receipts')).body.items.length, 2);
    visitor.checkCalm();
  });

  /** What lies in the store, where it can be seen. */
  function storedFiles() {
    if (!data) return [];
    return readdirSync(path.join(data, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();
  }
});
