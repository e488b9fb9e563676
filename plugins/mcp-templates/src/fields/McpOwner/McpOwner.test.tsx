import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Admission } from '@mcp-portal/plugin-mcp-cost-common';
import { renderField } from '../../../dev/fields/renderField';
import { mcpOwnerField } from '.';

const group = (name: string, displayName: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type: 'team', children: [], profile: { displayName } },
});

const entities = [
  group('payments', 'Payments'),
  group('identity', 'Identity and access'),
  group('search', 'Search'),
];

const admission = (more: Partial<Admission> = {}): Admission => ({
  teamRef: 'group:default/payments',
  admitted: true,
  level: 'good',
  message: 'Payments has used 40 % of its budget.',
  askAt: '/catalog/default/group/payments/mcp-cost',
  ...more,
});

function renderOwner(
  ownRefs: string[],
  getAdmission: (ref: string) => Promise<Admission> = async () => admission(),
) {
  return renderField({
    field: mcpOwnerField,
    property: 'owner',
    required: true,
    schema: { type: 'string' },
    ownRefs,
    entities,
    costs: { getAdmission },
  });
}

const owner = () => screen.findByRole('combobox', { name: /Owner/ });
const review = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));

describe('McpOwner', () => {
  it('has chosen the only team that one belongs to, and shows its budget', async () => {
    const { created } = renderOwner(['group:default/payments']);
    expect(await owner()).toHaveTextContent('Payments');
    expect(
      await screen.findByText('Payments has used 40 % of its budget.'),
    ).toBeVisible();
    await review();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toHaveBeenCalledWith({ owner: 'group:default/payments' });
  });

  it('offers the teams that one belongs to, and no other', async () => {
    renderOwner([
      'group:default/payments',
      'group:default/identity',
      'group:default/gone',
    ]);
    await userEvent.click(await owner());
    expect(
      (await screen.findAllByRole('option')).map(one => one.textContent),
    ).toEqual(['Identity and access', 'Payments']);
  });

  it('does not go on with a team that is over its budget, and says where to ask', async () => {
    renderOwner(['group:default/payments'], async () =>
      admission({
        admitted: false,
        level: 'problem',
        message: 'Payments is over its budget.',
      }),
    );
    expect(
      await screen.findByRole('link', { name: /^Ask for more/ }),
    ).toHaveAttribute('href', '/catalog/default/group/payments/mcp-cost');
    await review();
    // In the list of what is wrong, and with the team.
    await waitFor(() =>
      expect(screen.getAllByText(/over its budget/)).toHaveLength(2),
    );
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('says nothing of a budget that nobody knows, and goes on', async () => {
    const { created } = renderOwner(['group:default/payments'], async () => {
      throw new Error('Not found');
    });
    expect(await owner()).toHaveTextContent('Payments');
    await review();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toHaveBeenCalled();
  });

  it('tells who belongs to no team whom to ask', async () => {
    renderOwner([]);
    expect(
      await screen.findByText('You belong to no team yet'),
    ).toBeInTheDocument();
  });

  it('refuses a team that came from elsewhere', async () => {
    renderField({
      field: mcpOwnerField,
      property: 'owner',
      schema: { type: 'string' },
      ownRefs: ['group:default/payments', 'group:default/search'],
      entities,
      initial: { owner: 'group:default/identity' },
    });
    expect(await owner()).toBeInTheDocument();
    await review();
    expect(
      (await screen.findAllByText(/You do not belong to/))[0],
    ).toBeVisible();
  });
});
