import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { amara, yuki, type Person } from './support/people';
import { endTour } from './support/templatePages';
import { expect, test } from './support/test';
import { whenAsked } from './support/whenAsked';

const FOLDER =
  process.env.SCREENSHOTS ?? join(__dirname, '..', '..', 'docs', 'images');

/** A picture that is larger makes a page of documentation slow. */
const MAX_BYTES = 200_000;

const pictures: {
  name: string;
  path: string;
  whole: string;
  height?: number;
  /** Who sees it; Amara, unless it is said. */
  as?: Person;
  /** What one does to see it. */
  open?: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'servers',
    path: '/mcp-servers?sort=health&order=desc',
    whole: 'Help centre files',
  },
  {
    name: 'server',
    path: '/mcp-servers/default/knowledge-graph',
    whole: '4 agents of',
  },
  {
    name: 'contract',
    path: '/mcp-servers/default/workspace-files/contract?tool=edit_file',
    whole: 'Example call',
  },
  {
    name: 'dependents',
    path: '/mcp-servers/default/knowledge-graph/dependents',
    whole: 'By team',
  },
  {
    name: 'versions',
    path: '/mcp-servers/default/warehouse-queries/versions/5.0.0',
    whole: 'Onboarding screener',
    // Down to what was before, and is after.
    height: 1640,
  },
  {
    name: 'changes',
    path: '/mcp-changes?period=90',
    whole: 'Container telemetry',
  },
  { name: 'agents', path: '/mcp-agents', whole: 'Arrival watcher' },
  {
    name: 'entity',
    path: '/catalog/default/api/everything',
    whole: '13 tools',
  },
  {
    name: 'create',
    path: '/create/start',
    whole: 'Within budget',
    height: 900,
    as: yuki,
    open: endTour,
  },
  {
    name: 'create-form',
    path: '/create/templates/default/mcp-server-typescript',
    whole: 'Why does none of these fit?',
    height: 900,
    as: yuki,
    open: page =>
      page
        .getByRole('textbox', { name: /What is it for/ })
        .fill(
          'Finds the open invoices of a parcel customer, and explains a line on one.',
        ),
  },
];

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const picture of pictures) {
    const { name, path, whole, height = 800, as = amara, open } = picture;
    test(`${name}, ${colorScheme}`, async ({ pageAs }) => {
      const page = await pageAs(as, {
        colorScheme,
        viewport: { width: 1280, height },
      });
      await page.goto(path);
      await open?.(page);
      await expect(page.locator('body')).toHaveAttribute(
        'data-theme-mode',
        colorScheme,
      );
      await expect(page.getByText(whole).first()).toBeVisible();
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await page.waitForLoadState('networkidle');
      // No cursor, and no row under the mouse.
      await page.mouse.move(640, 4);
      const taken = await page.screenshot({
        path: join(FOLDER, `${name}-${colorScheme}.png`),
        animations: 'disabled',
        caret: 'hide',
      });
      expect(taken.length).toBeLessThanOrEqual(MAX_BYTES);
    });
  }
}
