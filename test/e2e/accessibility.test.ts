import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { costPages } from './support/costPages';
import { amara, priya } from './support/people';
import { DRIFTING, pages, upstreamEverywhere } from './support/pages';
import { templatePages } from './support/templatePages';
import { expect, test } from './support/test';
import { whenUsed } from './support/usage';
import { publishEarlier, withOptional } from './support/versions';
import { whenAsked } from './support/whenAsked';

const WIDTHS = [1280, 768];
const APIS = /\/api\/mcp-(registry|cost)\//;

test.beforeAll(async ({ apiAs }) => {
  test.setTimeout(180_000);
  await whenAsked(await apiAs(amara));
  await whenUsed(await apiAs(priya));
  const { server, owner } = DRIFTING;
  await publishEarlier(await apiAs(owner), server, live =>
    withOptional(live, 'sequentialthinking', 'totalThoughts'),
  );
});

async function seriousFindings(page: Page, except: string[]) {
  // Axe is faster if it need not say what is right.
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
  });
  upstreamEverywhere.forEach(({ selector }) => axe.exclude(selector));
  except.forEach(selector => axe.exclude(selector));
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({
        target: target.join(' '),
        why: failureSummary,
      })),
    }));
}

/** As the switch in the settings does it, and another window notices it. */
async function switchTo(page: Page, theme: 'light' | 'dark') {
  await page.evaluate(value => {
    localStorage.setItem('theme', value);
    window.dispatchEvent(
      new StorageEvent('storage', { key: 'theme', newValue: value }),
    );
  }, theme);
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', theme);
}

for (const { name, path, whole, as = amara, open, upstream = [] } of [
  ...pages,
  ...costPages,
  ...templatePages,
]) {
  const except = upstream.map(({ selector }) => selector);
  test(`${name}: axe finds nothing serious in light and dark, and nothing scrolls sideways`, async ({
    pageAs,
  }) => {
    const page = await pageAs(as);
    await page.goto(path);

    for (const theme of ['light', 'dark'] as const) {
      await switchTo(page, theme);
      // Backstage draws the page anew for another theme.
      await open?.(page);
      await expect(page.getByText(whole).first()).toBeVisible();
      // What is still being drawn anew is no finding.
      await expect
        .poll(() => seriousFindings(page, except), { message: theme })
        .toEqual([]);
    }
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await expect
        .poll(
          () =>
            page.evaluate(
              () =>
                document.documentElement.scrollWidth -
                document.documentElement.clientWidth,
            ),
          { message: `${width} wide` },
        )
        .toBeLessThanOrEqual(0);
    }
  });
}

test('what is shown while a page loads is accessible too', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  // Nothing is answered until the page is closed.
  await page.route(APIS, () => {});
  for (const { path, label } of [
    { path: '/mcp-servers', label: 'Counting the servers' },
    { path: '/mcp-servers/default/everything', label: 'Loading the server' },
    { path: '/mcp-agents', label: 'Counting the agents' },
    { path: '/mcp-changes', label: 'Counting the changes' },
    { path: '/mcp-changes/removals', label: 'Loading the removals' },
    { path: '/mcp-conventions', label: 'Adding up the scores' },
    { path: '/mcp-costs', label: 'Loading: The answer at the top' },
    { path: '/mcp-costs/calls', label: 'Loading: The calls' },
    { path: '/mcp-costs/budgets', label: 'Looking at the budgets' },
  ]) {
    await page.goto(path);
    await expect(page.getByLabel(label)).toBeVisible();
    expect(await seriousFindings(page, []), path).toEqual([]);
  }
});
