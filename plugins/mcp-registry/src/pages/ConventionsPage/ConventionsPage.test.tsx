import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { organisationServers } from '../../../dev/organisation';
import { FakeRegistry, NOW } from '../../../dev/registry';
import { renderRegistryPage, shownAddress } from '../../../dev/testing';
import { ConventionsPage } from './ConventionsPage';

function renderPage(
  address = '/mcp-conventions',
  registry = new FakeRegistry({ servers: organisationServers(NOW) }),
) {
  renderRegistryPage(<ConventionsPage />, { registry, address });
  return registry;
}

describe('ConventionsPage', () => {
  it('answers with the mean score and where it is going', async () => {
    renderPage();
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
        /^\d+ of 100 is the mean score of 6 servers, \+\d+ since \d+ [A-Z][a-z]+$/,
      ),
    );
    expect(
      screen.getByText('2 servers not checked yet: no answer so far.'),
    ).toBeInTheDocument();
  });

  it('leaves the servers that break a convention when it is clicked', async () => {
    renderPage();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Every parameter is described 2 servers',
      }),
    );
    expect(shownAddress()).toBe(
      '/mcp-conventions?convention=parameter-described',
    );
    expect(
      await screen.findByText('Not kept: Every parameter is described'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'Memory' })).toBeNull(),
    );
    expect(screen.getByRole('link', { name: 'Billing' })).toHaveAttribute(
      'href',
      '/mcp-servers/default/billing/conventions',
    );
  });

  it('says why each convention is there and what to do, those that are off too', async () => {
    renderPage();
    const table = await screen.findByRole('region', {
      name: 'All conventions',
    });
    const row = within(table)
      .getByText('list-size')
      .closest('tr') as HTMLElement;
    expect(row).toHaveTextContent('Warning');
    expect(row).toHaveTextContent('maxTokens: 10000');
    expect(
      within(table).getByText('auth-declared').closest('tr'),
    ).toHaveTextContent('Off');
  });

  it('keeps the conventions when the scores could not be loaded', async () => {
    const registry = new FakeRegistry({ servers: organisationServers(NOW) });
    registry.failing.set('listScores', new Error('The database is away'));
    renderPage('/mcp-conventions', registry);
    expect(
      await screen.findByText('The scores could not be loaded'),
    ).toBeInTheDocument();
    expect(await screen.findByText('list-size')).toBeInTheDocument();
  });
});
