// The report in a browser: node report.mjs PAGE.html FOLDER. It opens without a network, derivations open by
// mouse and keyboard, nothing is wider than the screen, axe finds no fault in light and dark; pictures of it
// go to FOLDER. The last line is "N passed, N failed".
// SPDX-License-Identifier: GPL-3.0-or-later
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [page_file, folder] = process.argv.slice(2);
if (!page_file || !folder) {
  console.error('usage: node report.mjs PAGE.html FOLDER');
  process.exit(2);
}
const axe_file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
let passed = 0, failed = 0;

function check(name, good, more = '') {
  good ? passed++ : failed++;
  if (!good) console.log(`FAILED ${name} ${more}`);
}

async function open(browser, screen) {
  const context = await browser.newContext({
    offline: true, bypassCSP: screen.axe, viewport: { width: screen.width, height: screen.height },
    colorScheme: screen.scheme, reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const said = [], asked = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(page_file).href);
  return { page, said, asked, context };
}

// Nothing but the page is asked for, and its policy refuses none of it.
async function loads(browser, screen) {
  const { page, said, asked, context } = await open(browser, screen);
  check(`${screen.name}: one request`, asked.filter((url) => !url.startsWith('data:')).length === 1, asked);
  check(`${screen.name}: no complaint of the browser`, said.length === 0, said);
  check(`${screen.name}: the answer is on the first screen`,
    (await page.locator('#part1').boundingBox()).y < screen.height);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  check(`${screen.name}: no wider than the screen`, wide <= 0, wide);
  await page.screenshot({ path: `${folder}/${screen.name}-answer.png` });
  await derivation(page, screen);
  await page.screenshot({ path: `${folder}/${screen.name}-whole.png`, fullPage: true });
  await context.close();
}

// A derivation opens by click, the steps in it by keyboard.
async function derivation(page, screen) {
  const why = page.locator('details.why:has(ul > li > details)').first();
  const summary = why.locator('> summary');
  check(`${screen.name}: closed at first`, (await why.getAttribute('open')) === null);
  await summary.click();
  check(`${screen.name}: opens by click`, (await why.getAttribute('open')) !== null);
  const inner = why.locator('details > summary').first();
  await summary.focus();
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('Tab');
    if (await inner.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  check(`${screen.name}: a step opens by keyboard`,
    await inner.evaluate((element) => element === document.activeElement && element.parentElement.open));
  await summary.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${folder}/${screen.name}-derivation.png` });
}

// The rules of WCAG that a program can check, with everything opened.
async function rules(browser, screen) {
  const { page, context } = await open(browser, { ...screen, axe: true });
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
  await page.addScriptTag({ path: axe_file });
  const found = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  for (const fault of found.violations)
    check(`${screen.name}: ${fault.id}`, false, `${fault.help}: ${fault.nodes.slice(0, 3).map((n) => n.html).join(' | ')}`);
  check(`${screen.name}: axe ran ${found.passes.length} rules`, found.passes.length > 10);
  await context.close();
}

const screens = [
  { name: 'desk-light', width: 1200, height: 900, scheme: 'light' },
  { name: 'desk-dark', width: 1200, height: 900, scheme: 'dark' },
  { name: 'phone-light', width: 390, height: 844, scheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, scheme: 'dark' },
];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
for (const screen of screens) {
  await loads(browser, screen);
  await rules(browser, screen);
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
