import { amara, margaret, priya, yuki } from './support/people';
import { signIn } from './support/signIn';
import { expect, test } from './support/test';

for (const person of [amara, yuki, margaret, priya]) {
  test(`two clicks sign one in as ${person.name}`, async ({ page }) => {
    await page.goto('/');
    await signIn(page, person);

    await expect(page).toHaveURL(/\/mcp-servers$/);
    await page.goto('/settings');
    await expect(
      page.getByRole('heading', { name: person.name, exact: true }),
    ).toBeVisible();
    await expect(page.getByText(person.email)).toBeVisible();
  });
}

test('who signs out can sign in as another person', async ({ page }) => {
  await page.goto('/');
  await signIn(page, amara);
  await page.goto('/settings');
  await page.getByTestId('user-settings-menu').click();
  await page.getByTestId('sign-out').click();

  await signIn(page, yuki);
  await page.goto('/settings');
  await expect(page.getByText(yuki.email)).toBeVisible();
  await expect(page.getByText(amara.email)).toHaveCount(0);
});

test('nothing is shown before one has signed in, and then what one came for', async ({
  page,
}) => {
  const wanted = '/mcp-servers/default/everything/contract?tool=echo';
  await page.goto(wanted);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Protocol test bench')).toHaveCount(0);

  await signIn(page, yuki);
  await expect(page).toHaveURL(wanted);
  await expect(page.getByRole('article', { name: 'Tool echo' })).toBeVisible();
});
