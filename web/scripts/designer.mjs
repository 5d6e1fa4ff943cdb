/**
 * How fast the designer answers at two hundred questions in Chromium against a running server: choosing a question, a letter of its title,
 * dragging it on by one gap. Each until the frame after the page has changed.
 *   BASE_URL=https://localhost:8443 GRANARY_PASSWORD=… node scripts/designer.mjs
 */
import { chromium } from 'playwright-core';

const base = process.env.BASE_URL ?? 'http://127.0.0.1:5174';
const password = process.env.GRANARY_PASSWORD ?? 'demo';
const rounds = Number(process.env.ROUNDS ?? 30);
const questions = 200;
const perPage = 20;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
const page = await context.newPage();
await page.goto(new URL('/questionnaires', base).href);
await page.locator('#userName').fill(process.env.GRANARY_USER ?? 'marketing');
await page.locator('#password').fill(password);
await page.keyboard.press('Enter');
await page.locator('#main h1').first().waitFor();

const document_ = {
  title: `${questions} 问`,
  pages: Array.from({ length: questions / perPage }, (_, p) => ({
    name: `page${p + 1}`,
    elements: Array.from({ length: perPage }, (_, i) => {
      const number = p * perPage + i + 1;
      return {
        type: ['radiogroup', 'checkbox', 'rating', 'comment'][number % 4],
        name: `q${number}`,
        title: { default: `Question ${number}`, 'zh-cn': `第 ${number} 题` },
        ...(number % 4 < 2 ? { choices: ['a', 'b', 'c', 'd', 'e'] } : {}),
        ...(number % 10 === 0 ? { visibleIf: `{q${number - 8}} notempty` } : {}),
      };
    }),
  })),
};
const id = await page.evaluate(async (document) => {
  const token = decodeURIComponent(globalThis.document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]);
  const answer = await fetch('/api/questionnaires', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xsrf-token': token }, body: JSON.stringify({ anonymous: false, document }) });
  return (await answer.json()).id;
}, document_);
await page.goto(new URL(`/questionnaires/${id}/design`, base).href);
await page.locator('.row').nth(questions).waitFor();

// Measured in the page itself: from the input until the change stands and the frame that shows it is over.
await page.evaluate(() => {
  globalThis.until = (act, done) => new Promise((resolve) => {
    const at = performance.now();
    act();
    const look = () => (done() ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - at))) : requestAnimationFrame(look));
    look();
  });
});

const choosing = [];
const typing = [];
for (let round = 0; round < rounds; round += 1) {
  const at = 1 + ((round * 37) % questions);
  choosing.push(await page.evaluate((name) => {
    const row = [...document.querySelectorAll('.row')].find((found) => found.querySelector('code').textContent === name);
    row.scrollIntoView({ block: 'center' });
    return globalThis.until(() => row.querySelector('.row-face').click(), () => row.dataset.selected === 'true' && document.querySelector('.properties textarea[lang=zh-CN]')?.value.includes(` ${name.slice(1)} `));
  }, `q${at}`));
  typing.push(await page.evaluate(() => {
    const field = document.querySelector('.properties textarea[lang=zh-CN]');
    const text = `${field.value}字`;
    return globalThis.until(() => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, () => document.querySelector('.row[data-selected=true] .row-title').textContent.includes(text));
  }));
  await page.waitForTimeout(100);
}

// The pointer takes a question and goes down row by row; each step is a move that lands on another gap.
const dragging = [];
await page.waitForTimeout(2_000);
const handle = page.locator('.row:not(.row-page) .row-handle').nth(10);
await handle.scrollIntoViewIfNeeded();
const { x, y } = await handle.boundingBox();
await page.mouse.move(x + 5, y + 5);
const began = performance.now();
await page.mouse.down();
await page.mouse.move(x + 5, y + 15);
await page.locator('.drag-ghost').waitFor();
const taking = performance.now() - began;
for (let round = 0; round < rounds; round += 1) {
  const to = y + 15 + (round % 2 === 0 ? 120 : 0);
  dragging.push(await page.evaluate(async ({ left, top }) => {
    const over = () => document.querySelector('.gap[data-over=true]');
    const before = over();
    return globalThis.until(() => document.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, cancelable: true, clientX: left, clientY: top, buttons: 1 })), () => over() !== null && over() !== before);
  }, { left: x + 5, top: to }));
}
const dropping = performance.now();
await page.mouse.up();
await page.locator('.drag-ghost').waitFor({ state: 'detached' });
const dropped = performance.now() - dropping;

await browser.close();
const shown = (list) => {
  const sorted = list.toSorted((one, other) => one - other);
  return `median ${sorted[Math.floor(sorted.length / 2)].toFixed(0)} ms, p95 ${sorted[Math.floor(sorted.length * 0.95)].toFixed(0)} ms of ${sorted.length}`;
};
console.log(`${questions} questions`);
console.log(`choosing a question: ${shown(choosing)}`);
console.log(`a letter of its title: ${shown(typing)}`);
console.log(`dragging to another gap: ${shown(dragging)}; taking it up ${taking.toFixed(0)} ms, letting go ${dropped.toFixed(0)} ms`);
