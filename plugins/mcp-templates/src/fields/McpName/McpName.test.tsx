import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { NameCheck } from '@mcp-portal/plugin-mcp-templates-common';
import { fill, renderField } from '../../../dev/fields/renderField';
import { mcpNameField } from '.';

const free = async ({ name }: { name: string }): Promise<NameCheck> => ({
  name,
  available: true,
});

const taken = async ({ name }: { name: string }): Promise<NameCheck> => ({
  name,
  available: false,
  message: `There is a server ${name}. Choose another name.`,
  takenBy: {
    entityRef: `api:default/${name}`,
    title: 'Billing',
    path: `/mcp-servers/default/${name}`,
  },
});

function renderName(
  checkName: (query: { name: string }) => Promise<NameCheck>,
  more: Partial<Parameters<typeof renderField>[0]> = {},
) {
  const asked = jest.fn(checkName);
  const rendered = renderField({
    field: mcpNameField,
    property: 'name',
    schema: { type: 'string' },
    required: true,
    ...more,
    templates: {
      checkName: asked,
      getSettings: async () => ({
        repositories: { type: 'local' },
        servers: { url: 'http://localhost:{port}/mcp' },
      }),
      ...more.templates,
    },
  });
  return { ...rendered, asked };
}

const input = () => screen.findByRole('textbox', { name: /Name/ });
const next = () => screen.getByRole('button', { name: 'Review' });

describe('McpName', () => {
  it('promises no address to what has one already', async () => {
    renderName(free, {
      schema: { type: 'string', 'ui:options': { existing: true } },
    });
    await fill(await input(), 'billing');
    expect(await screen.findByText('Its entry will be in')).toBeInTheDocument();
    expect(screen.queryByText('http://localhost:{port}/mcp')).toBeNull();
  });

  it('says that a name is free, and what it turns into', async () => {
    const { asked, created } = renderName(free);
    await fill(await input(), 'billing');
    expect(await screen.findByText('Free')).toBeInTheDocument();
    expect(screen.getByText('http://localhost:{port}/mcp')).toBeInTheDocument();
    expect(screen.getByText('your-team/billing')).toBeInTheDocument();
    expect(screen.getByText('Its code will be in')).toBeInTheDocument();
    // Once, when the typing paused.
    expect(asked).toHaveBeenCalledTimes(1);
    await userEvent.click(next());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toHaveBeenCalledWith({ name: 'billing' });
  });

  it('links to what has a name, and does not go on with it', async () => {
    renderName(taken);
    await fill(await input(), 'billing');
    expect(await screen.findByText(/There is a server billing/)).toBeVisible();
    expect(screen.getByRole('link', { name: /^Billing/ })).toHaveAttribute(
      'href',
      '/mcp-servers/default/billing',
    );
    expect(await input()).toBeInvalid();
    await userEvent.click(next());
    // In the form's list, and once at the field.
    await waitFor(() =>
      expect(screen.getAllByText(/There is a server billing/)).toHaveLength(2),
    );
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('explains what is not allowed, and corrects it', async () => {
    const { asked } = renderName(free);
    await fill(await input(), 'Billing Invoices');
    expect(screen.getByText(/Small letters, digits and single/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Use billing-invoices' }),
    );
    expect(await input()).toHaveValue('billing-invoices');
    expect(await screen.findByText('Free')).toBeInTheDocument();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('lets one go on when nobody can say whether it is free', async () => {
    const { created } = renderName(async () => {
      throw new Error('The catalog is away');
    });
    await fill(await input(), 'billing');
    expect(await screen.findByText(/The catalog is away/)).toBeVisible();
    await userEvent.click(next());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toHaveBeenCalledWith({ name: 'billing' });
  });

  it('asks for the name of an agent, and shows no address', async () => {
    const { asked } = renderName(free, {
      schema: { type: 'string', 'ui:options': { kind: 'agent' } },
    });
    await fill(await input(), 'clerk');
    expect(await screen.findByText('Free')).toBeInTheDocument();
    expect(asked.mock.calls[0][0]).toEqual({ kind: 'agent', name: 'clerk' });
    expect(screen.queryByText(/It will answer at/)).toBeNull();
  });
});
