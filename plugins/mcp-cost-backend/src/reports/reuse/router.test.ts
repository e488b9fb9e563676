import type {
  Reuse,
  ReuseAssumptions,
} from '@mcp-portal/plugin-mcp-cost-common';

import { describeOnBothDatabases } from '../../__testUtils__/databases';
import {
  ADA,
  FIONA,
  FRANK,
  LOGISTICS,
  PAYMENTS,
  PETRA,
} from '../../__testUtils__/people';
import type { TestCost } from '../../__testUtils__/startTestCost';
import { NOVEMBER, startFilledCost } from '../__testUtils__/filledCost';

describeOnBothDatabases('reuse over HTTP', createKnex => {
  let cost: TestCost;

  beforeEach(async () => {
    cost = await startFilledCost(await createKnex());
  });
  afterEach(() => cost.backend.stop());

  const reuse = async (who: string, server: string, tried = '') =>
    cost.ask<Reuse>(who, 'GET', `/reuse/${server}?${NOVEMBER}${tried}`);
  const assumptions: ReuseAssumptions = {
    buildCost: '36500',
    runCostPerMonth: '0',
    months: 12,
  };

  it('tells the owner of a server what others save by using it', async () => {
    const { body } = await reuse(
      PETRA,
      'ledger',
      '&buildCost=36500&runCostPerMonth=0&months=12',
    );
    // 100 a day for 30 days, less the 50 nano-units that using it cost.
    const saved = String(3_000n * 1_000_000_000n - 50n);
    expect(body).toEqual({
      serverRef: 'api:default/ledger',
      consumers: [
        { teamRef: LOGISTICS, title: 'logistics', calls: 1, costNanos: '50' },
        { teamRef: PAYMENTS, title: 'Payments', calls: 1, costNanos: '100' },
      ],
      assumptions,
      tried: true,
      savedPerConsumerNanos: saved,
      savedNanos: saved,
    });
  });

  it('tells others of their own use alone', async () => {
    const { body } = await reuse(FRANK, 'ledger');
    expect(body.consumers.map(({ teamRef }) => teamRef)).toEqual([LOGISTICS]);
    expect(body.tried).toBe(false);
  });

  it('does not know a private server, nor one that is not there', async () => {
    expect((await reuse(FRANK, 'vault')).status).toBe(404);
    expect((await reuse(FRANK, 'nowhere')).status).toBe(404);
    expect((await reuse(FIONA, 'nowhere')).status).toBe(404);
    expect((await reuse(PETRA, 'vault')).status).toBe(200);
  });

  it('lets administrators change what is assumed, for everyone', async () => {
    const change = (who: string, body: unknown) =>
      cost.ask(who, 'PUT', '/reuse-assumptions', body);
    for (const who of [PETRA, FIONA]) {
      expect((await change(who, assumptions)).status).toBe(403);
    }
    expect((await change(ADA, assumptions)).status).toBe(200);
    expect((await reuse(PETRA, 'ledger')).body.assumptions).toEqual(
      assumptions,
    );
    expect(
      (await reuse(PETRA, 'ledger', '&months=24')).body.assumptions,
    ).toEqual({ ...assumptions, months: 24 });
    for (const bad of [
      { ...assumptions, months: 0 },
      { ...assumptions, buildCost: 'much' },
      { ...assumptions, buildCost: '9999999999' },
      { buildCost: '1' },
    ]) {
      expect((await change(ADA, bad)).status).toBe(400);
    }
  });
});
