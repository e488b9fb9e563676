import type { GateReport } from '@mcp-portal/plugin-mcp-registry-common';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  errorOf,
  FilledRegistry,
  startFilledRegistry,
} from '../__testUtils__/startFilledRegistry';
import { ADMIN } from '../__testUtils__/startTestRegistry';
import { aContract } from './__testUtils__/versionSamples';

describeOnBothDatabases('overruling the gate', createKnex => {
  let registry: FilledRegistry;

  beforeAll(async () => {
    registry = await startFilledRegistry(await createKnex());
  });

  afterAll(() => registry.backend.stop());

  it('lets only platform admins overrule the gate, and keeps why they did', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const request = {
      version: '1.0.1',
      contract: aContract('b'),
      override: { reason: ' The old tool leaks ' },
    };
    const refused = await registry.publish(name, request);
    expect([refused.status, errorOf(refused).message]).toEqual([
      403,
      expect.stringContaining('Only platform admins may overrule'),
    ]);
    const taken = await registry.publish(name, request, ADMIN);
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({
      report: { accepted: false, smallestVersion: '2.0.0' },
      version: {
        publishedBy: ADMIN,
        override: { by: ADMIN, reason: 'The old tool leaks' },
      },
    });
    // One that was not needed is not kept.
    const needless = await registry.publish(
      name,
      { ...request, version: '1.1.0', contract: aContract('b', 'c') },
      ADMIN,
    );
    expect(needless.body.version).not.toHaveProperty('override');
  });

  it('refuses an override that gives no reason but blanks', async () => {
    const name = await registry.newServer();
    const answer = await registry.publish(
      name,
      {
        version: '1.0.0',
        contract: aContract('a'),
        override: { reason: '  ' },
      },
      ADMIN,
    );
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      'Give a reason for overruling the gate: others will read it.',
    ]);
  });

  it('lets platform admins take undecided changes for harmless', async () => {
    const name = await registry.newServer();
    const withPattern = (pattern: string) => ({
      tools: [
        {
          name: 'find',
          inputSchema: {
            type: 'object',
            properties: { id: { type: 'string', pattern } },
          },
        },
      ],
    });
    const first = { version: '1.0.0', contract: withPattern('^[a-z]{1,8}$') };
    expect((await registry.publish(name, first)).status).toBe(201);
    const request = {
      version: '1.0.1',
      contract: withPattern('^([a-z]){1,8}$'),
    };
    const refused = await registry.publish(name, request);
    expect([refused.status, errorOf(refused).message]).toEqual([
      409,
      expect.stringContaining('may break'),
    ]);
    const { diff } = errorOf(refused).details as GateReport;
    expect(diff?.changes).toMatchObject([{ undecided: true }]);

    const accept = {
      changes: diff!.changes.map(change => change.id),
      reason: 'The same names',
    };
    const notAllowed = await registry.publish(name, { ...request, accept });
    expect(notAllowed.status).toBe(403);
    const taken = await registry.publish(name, { ...request, accept }, ADMIN);
    expect([taken.status, taken.body]).toEqual([
      201,
      expect.objectContaining({
        version: expect.objectContaining({
          verdict: 'behavioural',
          acceptance: expect.objectContaining({
            by: ADMIN,
            reason: 'The same names',
          }),
        }),
      }),
    ]);
  });

  it('refuses to accept changes that are not undecided', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const answer = await registry.publish(
      name,
      {
        version: '1.1.0',
        contract: aContract('a', 'b'),
        accept: { changes: ['abc'], reason: 'Harmless' },
      },
      ADMIN,
    );
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      expect.stringContaining('accept.changes has abc'),
    ]);
  });
});
