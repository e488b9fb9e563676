import { amara, priya, yuki, type Person } from '../support/people';
import { expect, test } from '../support/test';
import { whenUsed } from '../support/usage';

/** What a page shows to everybody, and what it shows to insiders only. */
interface View {
  path: string;
  everybody: string;
  insiders: string;
}

const ofPayments: View[] = [
  {
    path: '/mcp-servers?owner=group:default/payments',
    everybody: 'Payouts (first version)',
    insiders: 'Payment ledger',
  },
  {
    path: '/mcp-agents?owner=group:default/payments',
    everybody: 'Invoice explainer',
    insiders: 'Ledger reconciler',
  },
  {
    path: '/mcp-servers/default/sequential-thinking/dependents',
    everybody: 'Metrics answers',
    insiders: 'Ledger reconciler',
  },
  {
    path: '/catalog/default/group/payments',
    everybody: 'Billing invoices',
    insiders: 'Payment ledger',
  },
  {
    path: '/catalog?filters[kind]=api&filters[user]=all&filters[owners]=payments',
    everybody: 'Payouts (first version)',
    insiders: 'Payment ledger',
  },
  {
    path: '/mcp-changes?period=all&owner=group:default/payments',
    everybody: 'Payouts (first version)',
    insiders: 'Payment ledger',
  },
  {
    path: '/mcp-conventions?owner=group:default/payments',
    everybody: 'Payouts (first version)',
    insiders: 'Payment ledger',
  },
  {
    path: '/mcp-costs/breakdown?period=90-days&by=agent',
    everybody: 'Sample data',
    insiders: 'Ledger reconciler',
  },
  {
    path: '/mcp-costs/quality?period=90-days',
    everybody: 'Sample data',
    insiders: 'Payment ledger',
  },
  {
    path: '/catalog-graph?rootEntityRefs[]=api:default/payment-ledger',
    everybody: 'Catalog Graph',
    insiders: 'Payment ledger',
  },
];

const ofCustomerCare: View[] = [
  {
    path: '/mcp-servers?owner=group:default/customer-care',
    everybody: 'Support tickets',
    insiders: 'Customer conversations',
  },
  {
    path: '/mcp-agents?owner=group:default/customer-care',
    everybody: 'Ticket triage',
    insiders: 'Conversation summariser',
  },
  {
    path: '/mcp-servers/default/support-tickets/dependents',
    everybody: 'Ticket triage',
    insiders: 'Conversation summariser',
  },
  {
    path: '/mcp-servers/default/support-tickets/versions',
    everybody: 'Ticket triage',
    insiders: 'Conversation summariser',
  },
  {
    path: '/mcp-conventions?owner=group:default/customer-care',
    everybody: 'Support tickets',
    insiders: 'Customer conversations',
  },
  {
    path: '/mcp-costs/breakdown?period=90-days&by=server&by=agent',
    everybody: 'Sample data',
    insiders: 'Conversation summariser',
  },
];

const cases: { views: View[]; insider: Person; outsider: Person }[] = [
  { views: ofPayments, insider: amara, outsider: yuki },
  { views: ofCustomerCare, insider: yuki, outsider: amara },
];

test.beforeAll(async ({ apiAs }) => {
  test.setTimeout(150_000);
  await whenUsed(await apiAs(priya));
});

for (const { views, insider, outsider } of cases) {
  for (const { path, everybody, insiders } of views) {
    test(`${path} shows "${insiders}" to ${insider.name} and not to ${outsider.name}`, async ({
      pageAs,
    }) => {
      const theirs = await pageAs(insider);
      await theirs.goto(path);
      await expect(theirs.getByText(everybody).first()).toBeVisible();
      await expect(theirs.getByText(insiders).first()).toBeVisible();
      await theirs.close();

      const others = await pageAs(outsider);
      await others.goto(path);
      await expect(others.getByText(everybody).first()).toBeVisible();
      await expect(others.getByText(insiders)).toHaveCount(0);
    });
  }
}

test('the address of a private page shows an outsider what one shows that leads nowhere', async ({
  pageAs,
}) => {
  const page = await pageAs(yuki);
  const shown = async (path: string, name: string, rest = '') => {
    await page.goto(path + name + rest);
    const main = page.getByRole('main');
    await expect(
      main
        .getByText(new RegExp(`(no|not).*${name}|${name}.*not|not found`, 'i'))
        .first(),
    ).toBeVisible();
    return (await main.innerText()).split(name).join('…');
  };
  for (const [path, name, rest] of [
    ['/mcp-servers/default/', 'payment-ledger'],
    ['/mcp-servers/default/', 'payment-ledger', '/versions/1.4.2'],
    ['/mcp-servers/default/', 'payment-ledger', '/conventions'],
    ['/catalog/default/api/', 'payment-ledger'],
    ['/catalog/default/component/', 'ledger-reconciler'],
  ]) {
    expect(await shown(path, name, rest)).toBe(
      await shown(path, 'no-such-thing', rest),
    );
  }
});
