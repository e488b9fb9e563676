import type { Page } from '@playwright/test';
import type { LookedAt } from './pages';
import { yuki } from './people';

/** Ends the tour of the first visit, whenever it comes: it is known only once the person's settings are. */
export async function endTour(page: Page): Promise<void> {
  const skip = page.getByRole('button', { name: 'Skip', exact: true });
  await page.addLocatorHandler(skip, () => skip.click(), { times: 1 });
}

/** What Backstage draws above the pages of Create, and draws wrong. */
const upstream = [
  {
    selector: '[role="tab"]',
    why: 'tabs that are links name panels that are not there',
  },
];

/** Where one starts, and the forms of the templates. */
export const templatePages: LookedAt[] = [
  {
    name: 'start',
    path: '/create/start',
    whole: 'Within budget',
    as: yuki,
    open: endTour,
    upstream,
  },
  {
    name: 'form of a server in TypeScript',
    path: '/create/templates/default/mcp-server-typescript',
    whole: 'Who may know of it?',
    as: yuki,
    open: async page => {
      await page
        .getByRole('textbox', { name: /What is it for/ })
        .fill(
          'Finds invoices and credit notes, explains a line on an invoice.',
        );
      await page
        .getByRole('link', { name: /Billing invoices/ })
        .first()
        .waitFor();
      await page.getByRole('textbox', { name: /^Name/ }).fill('Parcel Bills');
      await page.getByRole('button', { name: 'Use parcel-bills' }).waitFor();
    },
    upstream,
  },
  {
    name: 'form of an agent',
    path: '/create/templates/default/ai-agent',
    whole: 'What is it for?',
    as: yuki,
    upstream,
  },
  {
    name: 'form of a server that runs already',
    path: '/create/templates/default/register-existing-server',
    whole: 'Owner',
    as: yuki,
    upstream,
  },
  {
    name: 'repository that is not there',
    path: '/mcp-repositories/customer-care/nowhere',
    whole: 'nowhere',
    as: yuki,
  },
];
