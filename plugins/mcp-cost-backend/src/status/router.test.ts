import type { CostStatus } from '@mcp-portal/plugin-mcp-cost-common';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { ADA, PETRA } from '../__testUtils__/people';
import { startTestCost, TestCost } from '../__testUtils__/startTestCost';

describeOnBothDatabases('GET /status', createKnex => {
  let cost: TestCost;
  beforeAll(async () => {
    cost = await startTestCost(await createKnex());
  });
  afterAll(() => cost.backend.stop());

  it('tells whom it concerns until when usage is summed', async () => {
    const { status, body } = await cost.ask<Partial<CostStatus>>(
      PETRA,
      'GET',
      '/status',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      currency: 'USD',
      pendingBatches: 0,
      sample: false,
      eventsKeptFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect((await cost.ask(undefined, 'GET', '/status')).status).toBe(401);
  });

  it('compares the sums with the events for those who see everything', async () => {
    expect((await cost.ask(PETRA, 'POST', '/status/check')).status).toBe(403);
    const { status, body } = await cost.ask<Partial<CostStatus>>(
      ADA,
      'POST',
      '/status/check',
    );
    expect(status).toBe(200);
    expect(body.check).toMatchObject({ equal: true, differences: 0 });
  });
});
