import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  BILLING,
  FakeCost,
  measures,
  quality,
  qualityRow,
} from '../../../dev/cost';
import { renderCostPage, shownAddress } from '../../../dev/testing';
import { QualityPage } from './QualityPage';

const AT = '/mcp-costs/quality';

const agent = (name: string) => ({
  value: `component:default/${name}`,
  title: name,
  known: true,
});

const fake = (answer: Parameters<typeof quality>[0] = {}) =>
  new FakeCost({ getQuality: async () => quality(answer) });

const renderPage = (cost: FakeCost, query = '') =>
  renderCostPage(<QualityPage />, { cost, address: `${AT}${query}` });

describe('QualityPage', () => {
  it('says in a sentence which server is behind the troubles of several agents', async () => {
    renderPage(
      fake({
        findings: [
          {
            server: BILLING,
            agents: [agent('Clerk'), agent('Copilot'), agent('Closer')],
            errors: 50,
            share: 0.92,
          },
        ],
      }),
      '?from=2026-11-01&to=2026-11-05',
    );
    const sentence = await screen.findByText(/One server/);
    expect(sentence).toHaveTextContent(
      'One server, Billing, is behind 92 % of the errors of 3 agents: Clerk, Copilot and Closer. See the 50 errors',
    );
    expect(
      within(sentence).getByRole('link', { name: 'See the 50 errors' }),
    ).toHaveAttribute(
      'href',
      '/mcp-costs/calls?from=2026-11-01&to=2026-11-05&server=api%3Adefault%2Fbilling&outcome=error',
    );
  });

  it('says what stands out now, where a month would hide it', async () => {
    const cost = fake();
    cost.answer({
      getQuality: async ({ limit }) =>
        quality({
          findings:
            limit === 1
              ? [
                  {
                    server: BILLING,
                    agents: [agent('Clerk'), agent('Closer')],
                    errors: 7,
                    share: 1,
                  },
                ]
              : [],
        }),
    });
    renderPage(cost, '?period=90-days');
    expect(await screen.findByText('In the last two days')).toBeVisible();
    const link = screen.getByRole('link', { name: 'See the 7 errors' });
    expect(link).toHaveAttribute(
      'href',
      expect.stringMatching(/from=\d{4}-\d\d-\d\d&to=/),
    );
  });

  it('says so when nothing stands out', async () => {
    renderPage(fake());
    expect(await screen.findByText(/No single server is behind/)).toBeVisible();
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      '5.4 % of 1,000 calls failed',
    );
  });

  it('shows error rate, share of all errors, latency, and who has trouble', async () => {
    renderPage(fake());
    const found = (
      await screen.findByRole('link', { name: 'Billing' })
    ).closest('tr')!;
    expect(found).toHaveTextContent('25 %');
    expect(found).toHaveTextContent('92 %');
    expect(found).toHaveTextContent('120 ms900 ms');
    expect(
      within(found).getByRole('link', { name: 'invoice-clerk' }),
    ).toHaveAttribute('href', expect.stringContaining('outcome=error'));
  });

  it('draws how long the calls took when somebody asks', async () => {
    renderPage(fake());
    expect(screen.queryByRole('list', { name: /How long/ })).toBeNull();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Details of Billing' }),
    );
    const histogram = screen.getByRole('list', {
      name: 'How long calls of Billing took',
    });
    expect(within(histogram).getAllByRole('listitem')).toHaveLength(14);
    expect(histogram).toHaveTextContent('to 250 ms40');
    expect(histogram).toHaveTextContent('beyond 60.0 s0');
  });

  it('looks at agents, models and tools too', async () => {
    const cost = fake({
      items: [qualityRow({ value: agent('Clerk'), latency: undefined })],
    });
    renderPage(cost);
    await screen.findByText(/No single server/);
    await userEvent.click(screen.getByRole('button', { name: 'Agents' }));
    expect(shownAddress()).toBe(`${AT}?by=agent`);
    const found = (await screen.findByRole('link', { name: 'Clerk' })).closest(
      'tr',
    )!;
    expect(found).toHaveTextContent('––');
  });

  it('says that there were no calls', async () => {
    renderPage(fake({ total: measures({ calls: 0, errors: 0 }) }));
    expect(await screen.findByText('No calls in these days')).toBeVisible();
  });
});
