import { expect, type Page } from '@playwright/test';
import type { Person } from './people';

/** The first to sign in waits for a portal and a browser that have just started. */
const STARTING_MS = 45_000;

/** The two clicks that make one somebody: "Sign in", then the person on the identity provider's page. */
export async function signIn(page: Page, person: Person): Promise<void> {
  const inside = page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'MCP servers' });
  // Said until the catalog has read who there is.
  const unknown = page.getByText('unable to resolve user identity');
  const deadline = Date.now() + STARTING_MS;
  do {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: person.name }).click();
    await expect(inside.or(unknown)).toBeVisible({ timeout: STARTING_MS });
  } while ((await unknown.isVisible()) && Date.now() < deadline);
  await expect(inside).toBeVisible();
}
