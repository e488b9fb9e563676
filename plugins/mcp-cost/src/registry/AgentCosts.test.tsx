import { screen } from '@testing-library/react';
import { FakeCost, measures, row } from '../../dev/cost';
import { renderCostPage } from '../../dev/testing';
import { AgentCostCell, AgentCostsProvider } from './AgentCosts';

const refs = Array.from(
  { length: 25 },
  (_, index) => `component:default/agent-${index}`,
);

function open(cost: FakeCost) {
  renderCostPage(
    <AgentCostsProvider agentRefs={refs}>
      <p aria-label="first">
        <AgentCostCell agentRef={refs[0]} />
      </p>
      <p aria-label="last">
        <AgentCostCell agentRef={refs[24]} />
      </p>
    </AgentCostsProvider>,
    { cost, address: '/' },
  );
}

describe('the cost of agents in a list', () => {
  it('asks for no more agents at once than the API takes', async () => {
    const cost = new FakeCost({
      getBreakdown: async ({ agent = [] }) => ({
        items: agent.includes(refs[24])
          ? [row({ value: refs[24], known: true })]
          : [],
        totalItems: 1,
        total: measures(),
        sample: false,
      }),
    });
    open(cost);
    expect(await screen.findByText('$12.50')).toBeInTheDocument();
    expect(screen.getByLabelText('first')).toHaveTextContent('No usage');
    const asked = cost.asked.map(
      ({ args }) => (args[0] as { agent: string[] }).agent.length,
    );
    expect(asked).toEqual([20, 5]);
  });

  it('does not call unknown what is no usage, nor the other way round', async () => {
    const cost = new FakeCost();
    cost.failing.set('getBreakdown', new Error('The database is away'));
    open(cost);
    expect(await screen.findAllByText('Not known')).toHaveLength(2);
    expect(screen.queryByText('No usage')).toBeNull();
  });
});
