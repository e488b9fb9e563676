import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ServerQuery } from '@mcp-portal/plugin-mcp-registry-common';
import { fill, renderField } from '../../../dev/fields/renderField';
import { aServer } from '../../../dev/fields/servers';
import { mcpServersField } from '.';

const servers = [
  aServer('billing', { title: 'Billing', visibility: 'team' }),
  aServer('ledger', { title: 'Ledger' }),
];

function renderServers(initial: string[] = [], maxItems = 20) {
  const listServers = jest.fn(async ({ search = '' }: ServerQuery = {}) => {
    const items = servers.filter(one => one.name.startsWith(search));
    return { items, totalItems: items.length };
  });
  const rendered = renderField({
    field: mcpServersField,
    property: 'servers',
    schema: { type: 'array', items: { type: 'string' }, maxItems },
    initial: { servers: initial },
    registry: {
      listServers,
      getServer: async ref => {
        const found = servers.find(one => one.ref === ref);
        if (!found) {
          throw new Error('Not found');
        }
        return found as never;
      },
    },
  });
  return { ...rendered, listServers };
}

const input = () => screen.findByRole('combobox', { name: /Servers/ });

describe('McpServers', () => {
  it('has the registry search, and keeps what was chosen', async () => {
    const { listServers, created } = renderServers();
    await fill(await input(), 'bill');
    const option = await screen.findByRole('option', { name: /Billing/ });
    expect(option).toHaveTextContent('Payments · 7 tools · only for its team');
    await waitFor(() =>
      expect(listServers).toHaveBeenLastCalledWith(
        { search: 'bill', limit: 20 },
        expect.anything(),
      ),
    );
    await waitFor(() =>
      expect(screen.queryByRole('option', { name: /Ledger/ })).toBeNull(),
    );
    await userEvent.click(option);
    expect(screen.getByText(/1 of at most 20 chosen/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toHaveBeenCalledWith({ servers: ['api:default/billing'] });
  });

  it('names what was chosen before, as far as it can be read', async () => {
    renderServers(['api:default/ledger', 'api:default/gone']);
    expect(await screen.findByText('Ledger')).toBeInTheDocument();
    expect(screen.getByText('gone')).toBeInTheDocument();
  });

  it('takes no more than allowed', async () => {
    renderServers(['api:default/ledger'], 1);
    expect(
      await screen.findByText(/These are 1, and more can't be chosen/),
    ).toBeInTheDocument();
    await userEvent.click(await input());
    expect(
      await screen.findByRole('option', { name: /Billing/ }),
    ).toHaveAttribute('aria-disabled', 'true');
  });
});
