/**
 * How fast the page is in Chromium against a running server: cold start until the list can be used, and a change of route with warm data.
 *   BASE_URL=https://localhost:8443 GRANARY_PASSWORD=… node scripts/speed.mjs
 */
import { chromium } from 'playwright-core';

const base = process.env.BASE_URL ?? 'http://127.0.0.1:5174';
const password = process.env.GRANARY_PASSWORD ?? 'demo';
const rounds = Number(process.env.ROUNDS ?? 5);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

const first = await browser.newContext({ ignoreHTTPSErrors: true });
const page = await first.newPage();
await page.goto(new URL('/customers', base).href);
await page.locator('#userName').fill('demo');
await page.locator('#password').fill(password);
await page.keyboard.press('Enter');
await page.locator('#main h1').first().waitFor();
const signedIn = await first.storageState();

const cold = [];
for (let round = 0; round < rounds; round += 1) {
  // A context of its own has an empty cache; the session is that of before.
  const context = await browser.newContext({ ignoreHTTPSErrors: true, storageState: signedIn });
  const fresh = await context.newPage();
  const started = performance.now();
  await fresh.goto(new URL('/customers', base).href, { waitUntil: 'commit' });
  await fresh.locator('#main tbody tr[data-id]').first().waitFor();
  cold.push(performance.now() - started);
  await context.close();
}

const change = [];
for (let round = 0; round < rounds + 1; round += 1) {
  for (const path of ['/ecif/systems', '/customers']) {
    // Measured in the page itself: from the click to the first frame that shows the other heading.
    const took = await page.evaluate(async (to) => {
      const link = document.querySelector(`nav a[href="${to}"]`);
      const before = document.querySelector('#main h1')?.textContent;
      const at = performance.now();
      link.click();
      for (;;) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const heading = document.querySelector('#main h1')?.textContent;
        if (heading !== undefined && heading !== before) return performance.now() - at;
      }
    }, path);
    if (round > 0) change.push(took); // the first visit loads the route's own script
    await page.waitForTimeout(500);
  }
}

await browser.close();
const shown = (list) => `median ${list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)].toFixed(0)} ms, worst ${Math.max(...list).toFixed(0)} ms of ${list.length}`;
console.log(`cold cache until the customer list shows its rows: ${shown(cold)}`);
console.log(`change of route with warm data: ${shown(change)}`);
