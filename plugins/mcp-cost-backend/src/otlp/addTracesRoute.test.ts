import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { PAYMENTS } from '../__testUtils__/people';
import { startTestCost, TestCost } from '../__testUtils__/startTestCost';
import { readStoredUsage } from './__testUtils__/readStoredUsage';

const run = promisify(execFile);
const EXPORT_TRACES = join(__dirname, '__testUtils__', 'exportTraces.js');

describeOnBothDatabases('Traces of a real SDK', createKnex => {
  let knex: Knex;
  let cost: TestCost;
  let key: string;

  beforeAll(async () => {
    knex = await createKnex();
    cost = await startTestCost(knex);
    key = await cost.makeKey(PAYMENTS);
  });
  afterAll(() => cost.backend.stop());

  it.each(['protobuf', 'json'])('arrive as usage, in %s', async form => {
    await knex('usage_events').delete();

    await run(process.execPath, [
      EXPORT_TRACES,
      form,
      `${cost.baseUrl}/v1/traces`,
      key,
    ]);

    expect(await readStoredUsage(knex)).toEqual([
      expect.objectContaining({
        kind: 'model-call',
        layer: 0,
        counted: true,
        team_ref: PAYMENTS,
        environment: 'production',
        agent: 'component:default/clerk',
        model: 'claude-sonnet',
        provider: 'anthropic',
        input_tokens: 20,
        cached_tokens: 100,
        output_tokens: 30,
      }),
      expect.objectContaining({
        kind: 'tool-call',
        layer: 1,
        counted: true,
        tool: 'book',
        server_ref: 'api:default/ledger',
        is_error: 1,
        error_type: 'tool_error',
      }),
      expect.objectContaining({
        kind: 'tool-call',
        layer: 2,
        counted: false,
        server_ref: 'api:default/ledger',
      }),
    ]);
  });
});
