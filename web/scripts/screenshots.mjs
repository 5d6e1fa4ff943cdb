/**
 * Pictures of every page: both sizes, both languages, light and dark.
 *   BASE_URL=https://localhost:5001 GRANARY_PASSWORD=… node scripts/screenshots.mjs [page…]
 * MODES=zh-CN-light-desktop,en-dark-phone takes only some. Fails where a page breaks the content security policy or logs an error. Pictures go to OUT (default artifacts/screenshots).
 */
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const base = process.env.BASE_URL ?? 'http://127.0.0.1:5174';
const out = process.env.OUT ?? 'artifacts/screenshots';
const password = process.env.GRANARY_PASSWORD ?? 'demo';
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const sizes = { desktop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const only = process.argv.slice(2);
const modes = process.env.MODES?.split(',');

/** The customer page shows the customer that most systems know, unless CUSTOMER names one. */
const customer = process.env.CUSTOMER;

const pages = {
  'sign-in': { path: '/sign-in', signedOut: true },
  map: { path: '/ecif/map', settle: 3_500 },
  'map-demo': {
    path: '/ecif/map',
    settle: 1_500,
    act: async (page) => {
      await page.locator('.demo-bar .ant-btn-primary').first().click();
      await page.locator('.arrivals li[data-state=arrived]').first().waitFor({ timeout: 15_000 }).catch(() => undefined);
      await page.waitForTimeout(1_200);
    },
  },
  systems: { path: '/ecif/systems', settle: 5_000 },
  messages: { path: '/ecif/messages', settle: 800 },
  'message-panel': {
    path: '/ecif/messages?direction=out',
    settle: 800,
    act: async (page) => {
      await page.locator('.ant-table-row, .cards button').first().click();
      await page.waitForTimeout(800);
    },
  },
  'dead-letters': { path: '/ecif/messages?tab=dead', settle: 800 },
  'dead-letter-skip': {
    path: '/ecif/messages?tab=dead',
    settle: 800,
    act: async (page) => {
      const skip = page.locator('.row-actions .ant-btn-dangerous').first();
      if ((await skip.count()) > 0) await skip.click();
      await page.waitForTimeout(600);
    },
  },
  customers: { path: '/customers', settle: 800 },
  'customers-none': { path: '/customers?q=zzz', settle: 800 },
  customer: { path: 'customer', settle: 1_000 },
  'customer-detailed': {
    path: 'customer',
    settle: 1_000,
    act: async (page) => {
      await page.locator('.matrix-tools input[type=checkbox]').first().check();
      await page.locator('.losing summary').first().click().catch(() => undefined);
    },
  },
  'customer-history': { path: 'customer?tab=history', settle: 800 },
  'customer-deliveries': { path: 'customer?tab=deliveries', settle: 800 },
  'customer-suspects': { path: 'customer?tab=suspects', settle: 800 },
};

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
  if (act !== undefined) await act(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (wide) troubles.push(`${name}: ${key} is wider than the window`);
  // Hiding the caret would put a style element into the page, which its policy refuses.
  await page.screenshot({ path: `${out}/${key}-${name}.png`, caret: 'initial' });
}

async function signIn(page) {
  await page.goto(`${base}/sign-in`);
  await page.locator('#userName').fill('demo');
  await page.locator('#password').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL('**/ecif/map');
}

/** The customer that most systems know: its matrix is the fullest. A bank that has just started has none yet. */
async function fullestCustomer(page) {
  await page.waitForFunction(async () => (await (await fetch('/api/parties?limit=1')).json()).length > 0, undefined, { timeout: 60_000, polling: 1_000 });
  return page.evaluate(async () => {
    const found = await (await fetch('/api/parties?limit=50')).json();
    return found.sort((a, b) => b.systems.length - a.systems.length)[0].number;
  });
}
