import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';

import { connect, overHttp } from '../support/connect.js';
import { startTestServer } from '../support/startTestServer.js';

async function convert(t: TestContext, input: Record<string, unknown>) {
  const { url } = await startTestServer(t);
  const client = await connect(t, overHttp(url));
  const result = await client.callTool({
    name: 'convert_time',
    arguments: input,
  });
  const [first] = result.content;
  return { ...result, text: first?.type === 'text' ? first.text : '' };
}

describe('convert_time', () => {
  it('tells what clocks show elsewhere, daylight saving included', async t => {
    const { structuredContent, text } = await convert(t, {
      time: '2026-07-01T23:30:00+02:00',
      zones: ['America/New_York', 'Asia/Kolkata', 'UTC'],
    });
    assert.deepEqual(structuredContent, {
      utc: '2026-07-01T21:30:00Z',
      times: [
        {
          zone: 'America/New_York',
          local: '2026-07-01T17:30:00',
          offset: '-04:00',
        },
        {
          zone: 'Asia/Kolkata',
          local: '2026-07-02T03:00:00',
          offset: '+05:30',
        },
        { zone: 'UTC', local: '2026-07-01T21:30:00', offset: '+00:00' },
      ],
    });
    assert.deepEqual(JSON.parse(text), structuredContent);
  });

  it('says which time zone was meant', async t => {
    const { isError, text } = await convert(t, {
      time: '2026-07-01T12:00Z',
      zones: ['Tokyo'],
    });
    assert.equal(isError, true);
    assert.match(text, /Did you mean "Asia\/Tokyo"\?/);
  });

  it('says how to write a moment', async t => {
    const { isError, text } = await convert(t, {
      time: 'tomorrow at nine',
      zones: ['UTC'],
    });
    assert.equal(isError, true);
    assert.match(text, /ISO 8601/);
  });

  it('says which argument is missing', async t => {
    const { isError, text } = await convert(t, { zones: ['UTC'] });
    assert.equal(isError, true);
    assert.match(text, /time/);
  });
});
