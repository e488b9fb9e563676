import { expect, type Page } from '@playwright/test';
import type { Person } from './people';

/** The two clicks that make one somebody: "Sign in", then the person on the identity provider's page. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: person.name }).click();
  await expect(
    page
      .getByRole('navigation', { name: 'sidebar nav' })
      .getByRole('link', { name: 'MCP servers' }),
    // The first to sign in waits for a portal and a browser that have just started.
  ).toBeVisible({ timeout: 45_000 });
}
