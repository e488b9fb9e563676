import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { mockApis } from '@backstage/frontend-test-utils';
import {
  fakeBudget,
  fakeKey,
  fakeServers,
  fakeTeam,
  fakeTemplate,
} from '../../dev/start';
import { renderTemplatesPage, shownAddress } from '../../dev/testing';
import { StartPage } from './StartPage';

const recommended = (template: Entity): Entity => ({
  ...template,
  metadata: { ...template.metadata, tags: ['recommended'] },
});

const PAYMENTS = 'group:default/payments';

type Options = NonNullable<Parameters<typeof renderTemplatesPage>[1]>;

function renderStart(options: Options = {}) {
  return renderTemplatesPage(<StartPage />, {
    // The tour has a test of its own.
    storage: mockApis.storage({
      data: { 'mcp-templates': { 'tour-seen': true } },
    }),
    teams: [PAYMENTS],
    registry: {
      listServers: async () => fakeServers(['billing', 'ledger'], 5),
    },
    cost: {
      listKeys: async () => [fakeKey('active'), fakeKey('expiring')],
      getBudget: async () => fakeBudget(40),
    },
    ...options,
    entities: [
      fakeTeam('payments', 'Payments'),
      fakeTemplate('a-server', 'mcp-server', 'A server'),
      recommended(
        fakeTemplate(
          'mcp-server-typescript',
          'mcp-server',
          'TypeScript server',
        ),
      ),
      fakeTemplate('ai-agent', 'ai-agent', 'Agent'),
      fakeTemplate('website', 'website', 'Website'),
      ...(options.entities ?? []),
    ],
  });
}

const team = async (name = 'Payments') =>
  (await screen.findByRole('article', { name })) as HTMLElement;

describe('StartPage', () => {
  it('takes what one looks for to the list of servers', async () => {
    renderStart();
    await userEvent.type(
      await screen.findByRole('searchbox', { name: /Search servers/ }),
      ' late invoices {Enter}',
    );
    expect(shownAddress()).toBe('/mcp-servers?search=late+invoices');
  });

  it('puts templates where one looks for them, others of the organisation last', async () => {
    renderStart();
    const groups = await screen.findAllByRole('region', {
      name: /make|agent|other/i,
    });
    expect(
      groups.map(group => [
        within(group).getByRole('heading', { level: 3 }).textContent,
        within(group)
          .getAllByRole('article')
          .map(card => within(card).getByRole('heading').textContent),
      ]),
    ).toEqual([
      ['Make a server', ['TypeScript server', 'A server']],
      ['Make an agent that uses servers', ['Agent']],
      ['Other templates', ['Website']],
    ]);
  });

  it('says of a template what one gets, whose it is, and leads to its form', async () => {
    renderStart();
    const card = await screen.findByRole('article', {
      name: 'TypeScript server',
    });
    expect(card).toHaveTextContent('What TypeScript server makes.');
    expect(card).toHaveTextContent('about a minute');
    expect(card).toHaveTextContent('By platform-engineering');
    expect(
      within(card).getByRole('link', { name: 'Start: TypeScript server' }),
    ).toHaveAttribute(
      'href',
      '/create/templates/default/mcp-server-typescript',
    );
  });

  it('says what would be here when there is no template, and no team', async () => {
    renderTemplatesPage(<StartPage />, {
      storage: mockApis.storage({
        data: { 'mcp-templates': { 'tour-seen': true } },
      }),
    });
    expect(await screen.findByText('No template yet')).toBeInTheDocument();
    expect(screen.getByText('You are in no team yet')).toBeInTheDocument();
  });

  it('shows servers, keys and budget of the team, each with its page', async () => {
    renderStart();
    const card = await team();
    await waitFor(() =>
      expect(card).toHaveTextContent('5 servers: billing, ledger and 3 more'),
    );
    expect(
      within(card).getByRole('link', { name: '5 servers' }),
    ).toHaveAttribute('href', '/mcp-servers?owner=group%3Adefault%2Fpayments');
    expect(within(card).getByRole('link', { name: 'billing' })).toHaveAttribute(
      'href',
      '/mcp-servers/default/billing',
    );
    expect(card).toHaveTextContent('2 service keys 1 ends soon');
    expect(card).toHaveTextContent('$40.00 of $100.00 spent this month');
    expect(card).toHaveTextContent('Within budget');
    expect(
      within(card).getByRole('link', { name: '2 service keys' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments/mcp-cost');
  });

  it('tells a team over its budget how to ask for more', async () => {
    renderStart({
      cost: {
        listKeys: async () => [],
        getBudget: async () => fakeBudget(120),
      },
    });
    const card = await team();
    expect(
      await within(card).findByText('Used up: new work is blocked'),
    ).toBeInTheDocument();
    expect(
      within(card).getByRole('link', { name: 'Ask for an increase' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments/mcp-cost');
    expect(card).toHaveTextContent('None yet. Make one');
  });

  it('keeps what works when one part fails, and tries that part again', async () => {
    const getBudget = jest
      .fn()
      .mockRejectedValueOnce(new Error('The sums are away'))
      .mockResolvedValue(fakeBudget(40));
    renderStart({
      cost: { listKeys: async () => [fakeKey('active')], getBudget },
    });
    const card = await team();
    const again = await within(card).findByRole('button', {
      name: 'Try again: Budget',
    });
    expect(card).toHaveTextContent('1 service key');
    expect(card).toHaveTextContent('5 servers');
    expect(card).toHaveTextContent('Could not be loaded: The sums are away');
    await userEvent.click(again);
    await waitFor(() => expect(card).toHaveTextContent('$40.00 of $100.00'));
    expect(
      within(card).queryByRole('button', { name: /Try again/ }),
    ).toBeNull();
  });

  it('shows the first five of many teams, and all on demand', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    renderStart({
      teams: names.map(name => `group:default/team-${name}`),
      entities: names.map(name => fakeTeam(`team-${name}`)),
    });
    await team('team-e');
    expect(screen.queryByRole('article', { name: 'team-f' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show all 7' }));
    expect(await team('team-g')).toBeInTheDocument();
  });
});
