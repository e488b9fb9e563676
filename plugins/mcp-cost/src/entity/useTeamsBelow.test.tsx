import type { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { FakeCost } from '../../dev/cost';
import { renderCostPage } from '../../dev/testing';
import { useTeamsBelow } from './useTeamsBelow';

function team(name: string, ...children: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children },
    relations: children.map(child => ({
      type: 'parentOf',
      targetRef: `group:default/${child}`,
    })),
  };
}

const Below = ({ entity }: { entity: Entity }) => (
  <output aria-label="below">
    {useTeamsBelow(entity).value?.join(' ') ?? 'awaited'}
  </output>
);

async function belowOf(entity: Entity, entities: Entity[]) {
  const catalog = catalogApiMock({ entities });
  renderCostPage(<Below entity={entity} />, {
    cost: new FakeCost(),
    catalog,
  });
  expect(
    await screen.findByText(/^(?!awaited)/, {
      selector: '[aria-label="below"]',
    }),
  ).toBeInTheDocument();
  return screen.getByLabelText('below').textContent;
}

describe('useTeamsBelow', () => {
  it('finds them at any depth, each once', async () => {
    const company = team('company', 'product', 'platform');
    expect(
      await belowOf(company, [
        company,
        team('product', 'payments', 'shared'),
        team('platform', 'shared'),
        team('payments', 'ledger'),
        team('shared'),
        team('ledger'),
      ]),
    ).toBe(
      ['product', 'platform', 'payments', 'shared', 'ledger']
        .map(name => `group:default/${name}`)
        .join(' '),
    );
  });

  it('comes to an end where the hierarchy goes in circles', async () => {
    const a = team('a', 'b');
    expect(await belowOf(a, [a, team('b', 'a')])).toBe('group:default/b');
  });
});
