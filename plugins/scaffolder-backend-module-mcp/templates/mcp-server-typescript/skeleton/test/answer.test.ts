import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { ServerContext } from '@modelcontextprotocol/server';

import { createLog } from '../src/telemetry/createLog.js';
import { answer, ToolError } from '../src/tools/answer.js';

const context = { log: createLog('silent'), env: {}, toolTimeoutMs: 20 };

const request = {
  mcpReq: { signal: new AbortController().signal },
} as ServerContext;

const textOf = async (work: () => Promise<object> | object) => {
  const { content, isError } = await answer(context, request, work);
  const [first] = content;
  return { isError, text: first?.type === 'text' ? first.text : '' };
};

describe('What a call is answered', () => {
  it('is what the work returns, as text and as data', async () => {
    assert.deepEqual(await answer(context, request, () => ({ total: 2 })), {
      content: [{ type: 'text', text: '{"total":2}' }],
      structuredContent: { total: 2 },
    });
  });

  it('tells what the caller can do something about', async () => {
    const told = await textOf(() => {
      throw new ToolError('Ask for less.');
    });
    assert.deepEqual(told, { isError: true, text: 'Ask for less.' });
  });

  it('keeps what is inside, and says where to find it', async () => {
    const { isError, text } = await textOf(() => {
      throw new Error('connect ECONNREFUSED 10.1.2.3:5432');
    });
    assert.equal(isError, true);
    assert.doesNotMatch(text, /10\.1\.2\.3/);
    assert.match(text, /under [0-9a-f-]{36}/);
  });

  it('does not wait for ever', async () => {
    const { isError, text } = await textOf(() => new Promise(() => undefined));
    assert.equal(isError, true);
    assert.match(text, /0\.02 seconds/);
  });
});
