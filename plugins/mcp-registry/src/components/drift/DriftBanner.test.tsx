import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { organisationServers } from '../../../dev/organisation';
import { FakeRegistry, NOW } from '../../../dev/registry';
import { renderRegistryPage } from '../../../dev/testing';
import { ServersRouter } from '../../pages';

function renderServer(name: string, change?: (registry: FakeRegistry) => void) {
  const registry = new FakeRegistry({ servers: organisationServers(NOW) });
  change?.(registry);
  renderRegistryPage(<ServersRouter />, {
    registry,
    address: `/mcp-servers/default/${name}/history`,
    mountPath: '/mcp-servers/*',
  });
  return registry;
}

const banner = async () =>
  (await screen.findByText(/What is live is not/)).closest(
    '[role="alert"]',
  ) as HTMLElement;

describe('the drift of a server', () => {
  it('is said on every tab, with its worst class, its age and the way to the diff', async () => {
    renderServer('filesystem');
    const note = await banner();
    expect(note).toHaveTextContent(
      'What is live is not 2026.8.31, which is published: it may break those who rely on 2026.8.31.',
    );
    expect(note).toHaveTextContent('2 breaking');
    expect(note.querySelector('time')).toHaveAttribute('datetime');
    expect(
      within(note).getByRole('link', { name: /Compare 2026\.8\.31/ }),
    ).toHaveAttribute(
      'href',
      '/mcp-servers/default/filesystem/versions/compare?from=2026.8.31&to=live',
    );
  });

  it('is published or acknowledged with one click by those who may', async () => {
    const registry = renderServer('filesystem');
    const note = await banner();
    expect(
      within(note).getByRole('button', { name: 'Publish as 2027.0.0' }),
    ).toBeEnabled();
    await userEvent.click(
      within(note).getByRole('button', { name: 'Acknowledge' }),
    );
    const dialog = await screen.findByRole('dialog');
    const acknowledge = within(dialog).getByRole('button', {
      name: 'Acknowledge',
    });
    expect(acknowledge).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Why/ }),
      'Until Monday.',
    );
    await userEvent.click(acknowledge);
    expect(await screen.findByText(/Until Monday\./)).toBeInTheDocument();
    expect(
      registry.calls.find(call => call.method === 'acknowledgeDrift')?.args[1],
    ).toEqual({
      snapshot: expect.stringMatching(/^[0-9a-f]{64}$/),
      reason: 'Until Monday.',
    });
    await waitFor(() =>
      expect(screen.getByText('Drift, acknowledged')).toBeInTheDocument(),
    );
  });

  it('offers nothing to those who may not', async () => {
    renderServer('filesystem', registry => {
      registry.servers[1].detail.mayPublish = false;
    });
    const note = await banner();
    expect(within(note).queryByRole('button')).toBeNull();
    expect(within(note).getByRole('link')).toBeInTheDocument();
  });

  it('is not there when what is live is published, or nothing is', async () => {
    renderServer('billing');
    expect(
      await screen.findByRole('region', { name: 'Attempts' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/What is live is not/)).toBeNull();
  });

  it('is not taken for none when nobody could say', async () => {
    renderServer('billing', registry =>
      registry.failing.set('getDrift', new Error('The database is away')),
    );
    expect(
      await screen.findByText(
        'Whether what is live is published could not be loaded',
      ),
    ).toBeInTheDocument();
  });
});
