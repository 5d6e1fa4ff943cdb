/**
 * Pictures of every page (pages.mjs): both sizes, both languages, light and dark; axe looks at each.
 *   BASE_URL=https://localhost:5001 GRANARY_PASSWORD=… node scripts/screenshots.mjs [page…]
 * As the demo's user, or as GRANARY_USER.
 * MODES=zh-CN-light-desktop,en-dark-phone takes only some. Fails where a page breaks the content security
 * policy, logs an error, is wider than the window, or where axe finds something serious. Pictures go to OUT (default artifacts/screenshots).
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { pages } from './pages.mjs';

const base = process.env.BASE_URL ?? 'http://127.0.0.1:5174';
const out = process.env.OUT ?? 'artifacts/screenshots';
const password = process.env.GRANARY_PASSWORD ?? 'demo';
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const sizes = { desktop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const only = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const modes = process.env.MODES?.split(',');

/** The customer page shows the customer that most systems know, unless CUSTOMER names one. */
const customer = process.env.CUSTOMER;

const troubles = [];
await mkdir(out, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });

for (const language of ['zh-CN', 'en']) {
  for (const theme of ['light', 'dark']) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const name = `${language}-${theme}-${size}`;
      if (modes !== undefined && !modes.includes(name)) continue;
      const context = await browser.newContext({ viewport, locale: language, colorScheme: theme, ignoreHTTPSErrors: true });
      await context.addInitScript(({ language: l, theme: t }) => {
        localStorage.setItem('granary.language', l);
        localStorage.setItem('granary.theme', t);
      }, { language, theme });
      const page = await context.newPage();
      page.setDefaultTimeout(5_000);
      page.on('console', (message) => {
        // Asking who is signed in answers 401 on the sign-in page: that is no trouble.
        if (message.type() === 'error' && !message.text().includes('401')) troubles.push(`${name}: ${message.text()}`);
      });
      page.on('pageerror', (error) => troubles.push(`${name}: ${error.message}`));
      await picture(page, 'sign-in', name);
      await signIn(page);
      const number = customer ?? (await fullestCustomer(page));
      for (const [key, definition] of Object.entries(pages)) {
        if (definition.signedOut === true) continue;
        await picture(page, key, name, number);
      }
      await context.close();
    }
  }
}
await browser.close();
for (const trouble of new Set(troubles)) console.error(trouble);
process.exit(troubles.length > 0 ? 1 : 0);

async function picture(page, key, name, number) {
  if (only.length > 0 && !only.includes(key)) return;
  const { path, settle = 500, act } = pages[key];
  await page.goto(base + path.replace(/^customer/, `/customers/${number}`), { waitUntil: 'domcontentloaded' });
  await page.waitForTimeout(settle);
  // On a phone some of what is done to a page is not there; the picture shows the page as it is.
  if (act !== undefined) await act(page).catch((error) => (name.endsWith('phone') ? undefined : troubles.push(`${name}: ${key}: ${error.message.split('\n')[0]}`)));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (wide) troubles.push(`${name}: ${key} is wider than the window`);
  // Hiding the caret would put a style element into the page, which its policy refuses.
  for (const finding of await findings(page)) troubles.push(`${name}: ${key}: ${finding}`);
  await page.screenshot({ path: `${out}/${key}-${name}.png`, caret: 'initial' });
}

/** What axe finds serious or critical. It is evaluated by the browser's own debugger, which the policy does not concern. */
async function findings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `axe ${id}: ${nodes.slice(0, 3).map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? node.html.slice(0, 80)})`).join('; ')}`);
}

async function signIn(page) {
  await page.goto(`${base}/sign-in`);
  await page.locator('#userName').fill(process.env.GRANARY_USER ?? 'demo');
  await page.locator('#password').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/');
}

/** The customer that most systems know: its matrix is the fullest. A bank that has just started has none yet. */
async function fullestCustomer(page) {
  await page.waitForFunction(async () => (await (await fetch('/api/parties?limit=1')).json()).length > 0, undefined, { timeout: 60_000, polling: 1_000 });
  return page.evaluate(async () => {
    const found = await (await fetch('/api/parties?limit=50')).json();
    return found.sort((a, b) => b.systems.length - a.systems.length)[0].number;
  });
}
