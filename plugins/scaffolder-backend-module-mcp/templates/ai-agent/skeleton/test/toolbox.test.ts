import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { Toolbox } from '../src/servers/Toolbox.js';
import type { ConnectedServer } from '../src/servers/connectServers.js';

const serverOf = (name: string, ...tools: string[]): ConnectedServer => ({
  name,
  tools: tools.map(tool => ({ name: tool, inputSchema: { type: 'object' } })),
  callTool: () => assert.fail('nothing is called here'),
  close: async () => {},
});

describe('The toolbox', () => {
  it('keeps apart what two servers call the same', () => {
    const toolbox = new Toolbox([
      serverOf('tickets', 'search'),
      serverOf('invoices', 'search', 'tool.with.dots'),
    ]);
    const names = toolbox.tools.map(({ name }) => name);
    assert.deepEqual(names, ['search', 'invoices__search', 'tool_with_dots']);
    assert.equal(toolbox.find('search')?.server.name, 'tickets');
    assert.equal(toolbox.find('invoices__search')?.server.name, 'invoices');
    assert.equal(toolbox.find('tool_with_dots')?.tool, 'tool.with.dots');
  });

  it('gives every tool a name that models accept', () => {
    const long = 'x'.repeat(120);
    const toolbox = new Toolbox([
      serverOf('one', long),
      serverOf('one', long),
      serverOf('one', long),
    ]);
    const names = toolbox.tools.map(({ name }) => name);
    assert.equal(new Set(names).size, 3);
    for (const name of names) {
      assert.match(name, /^[\w-]{1,64}$/);
    }
  });
});
