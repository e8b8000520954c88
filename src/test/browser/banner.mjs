// The banner about parts that are away, on a page that an administrator of the demo has open and never reloads.
import { findChromium, launch, Visitor } from './browser.mjs';

const ADMIN = { email: 'admin@demo.example', password: 'demo kitchen' };

export class Banner {
  static async open(url) {
    const banner = new Banner();
    if (!findChromium()) {
      banner.excuse = 'no Chromium was found.';
      return banner;
    }
    // By itself Playwright ends this process at a signal, before everything is put back.
    banner.browser = await launch({ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
    try {
      banner.visitor = await Visitor.arrive(banner.browser, url, 'laptop');
      const { page } = banner.visitor;
      await page.goto('/admin/system');
      await page.getByLabel('E-mail address').fill(ADMIN.email);
      await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { name: 'System status', exact: true }).waitFor();
      banner.page = page;
    } catch (failure) {
      banner.excuse = `${ADMIN.email} could not sign in: ${failure.message.split('\n')[0]}`;
    }
    return banner;
  }

  /** What it says now, or "none"; nothing where it cannot be looked at. */
  async read() {
    if (!this.page) return undefined;
    const said = await this.page.locator('.degradations .note .name').allInnerTexts().catch(() => ['the page is gone']);
    return said.length === 0 ? 'none' : said.join(' ');
  }

  async close() {
    await this.browser?.close();
  }
}
