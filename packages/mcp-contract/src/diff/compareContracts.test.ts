import { createSnapshot } from '../snapshot';
import type { ContractInput } from '../snapshot/contract';
import type { CompareOptions } from './compareOptions';
import { compareContracts } from './compareContracts';

const contractOf = (input: ContractInput) => createSnapshot(input).contract;

const diffOf = (
  before: ContractInput,
  after: ContractInput,
  options?: CompareOptions,
) => compareContracts(contractOf(before), contractOf(after), options);

/** What changed, in short. */
const changesOf = (before: ContractInput, after: ContractInput) =>
  diffOf(before, after).changes.map(
    change => `${change.class} ${change.rule} ${change.where.pointer}`,
  );

const tool = (fields: object = {}) => ({
  name: 'search',
  description: 'Searches the archive',
  inputSchema: { type: 'object', properties: { query: { type: 'string' } } },
  ...fields,
});

describe('compareContracts', () => {
  it('finds nothing where nothing changed', () => {
    const contract = { tools: [tool()], instructions: 'Be kind' };
    expect(diffOf(contract, contract)).toEqual({
      verdict: 'none',
      requiredBump: 'none',
      changes: [],
    });
  });

  it('says that a removed tool breaks and an added one does not', () => {
    const diff = diffOf(
      { tools: [tool({ name: 'pay' })] },
      {
        tools: [
          tool({
            name: 'Zoom',
            description: 'Other',
            inputSchema: { type: 'object' },
          }),
        ],
      },
    );
    expect(diff).toMatchObject({
      verdict: 'breaking',
      requiredBump: 'major',
      changes: [
        {
          where: { tool: 'pay', pointer: '', beforePointer: '' },
          class: 'breaking',
          rule: 'tool-removed',
          before: { name: 'pay' },
          message: 'The tool "pay" was removed.',
        },
        {
          where: { tool: 'Zoom', pointer: '', afterPointer: '' },
          class: 'additive',
          rule: 'tool-added',
          after: { name: 'Zoom' },
          message: 'The tool "Zoom" was added.',
        },
      ],
    });
    expect(diff.changes[0]).not.toHaveProperty('after');
    expect(diff.changes[0]).not.toHaveProperty('renamedTo');
  });

  it.each([
    ['title', { title: 'Find' }, 'cosmetic tool-title-changed /title'],
    [
      'description',
      { description: 'Searches all' },
      'behavioural tool-description-changed /description',
    ],
    [
      'icons',
      { icons: [{ src: 'https://example.com/a.png' }] },
      'cosmetic tool-icons-changed /icons',
    ],
    [
      'output schema',
      { outputSchema: { type: 'object' } },
      'additive tool-output-schema-added ',
    ],
    [
      "annotations' title",
      { annotations: { title: 'Find' } },
      'cosmetic annotation-title-changed /annotations/title',
    ],
  ])('classes a new %s of a tool', (_what, fields, expected) => {
    expect(changesOf({ tools: [tool()] }, { tools: [tool(fields)] })).toEqual([
      expected,
    ]);
  });

  it('says that a tool that no longer tells its output breaks', () => {
    const [change] = diffOf(
      { tools: [tool({ outputSchema: { type: 'object' } })] },
      { tools: [tool()] },
    ).changes;
    expect(change).toMatchObject({
      class: 'breaking',
      rule: 'tool-output-schema-removed',
      where: { tool: 'search', side: 'output', pointer: '', beforePointer: '' },
      message: 'The tool "search" no longer says what it returns.',
    });
  });

  it.each([
    ['readOnlyHint', true, 'read-only-gained', 'read-only-lost'],
    ['destructiveHint', false, 'destructive-lost', 'destructive-gained'],
    ['idempotentHint', true, 'idempotent-gained', 'idempotent-lost'],
    ['openWorldHint', false, 'open-world-lost', 'open-world-gained'],
  ])('takes %s for safer or riskier', (hint, safe, gained, lost) => {
    const silent = { tools: [tool()] };
    const safer = { tools: [tool({ annotations: { [hint]: safe } })] };
    expect(changesOf(silent, safer)).toEqual([
      `cosmetic annotation-${gained} /annotations/${hint}`,
    ]);
    expect(changesOf(safer, silent)).toEqual([
      `behavioural annotation-${lost} /annotations/${hint}`,
    ]);
    expect(diffOf(safer, silent).changes[0]).toMatchObject({
      before: safe,
      after: !safe,
    });
  });

  it('compares both schemas of a tool, and says on which side', () => {
    const { changes } = diffOf(
      { tools: [tool({ outputSchema: { type: 'string' } })] },
      {
        tools: [
          tool({
            inputSchema: { type: 'object', required: ['query'] },
            outputSchema: { type: 'boolean' },
          }),
        ],
      },
    );
    expect(new Set(changes.map(({ where }) => where.side))).toEqual(
      new Set(['input', 'output']),
    );
    for (const { message, where } of changes) {
      expect(message).toMatch(`Tool "search", ${where.side}: `);
    }
  });

  it('says what becomes of prompts and their arguments', () => {
    const before = {
      prompts: [
        { name: 'gone' },
        {
          name: 'ask',
          arguments: [
            { name: 'dropped' },
            { name: 'free', description: 'What' },
            { name: 'fixed', required: true },
          ],
        },
      ],
    };
    const after = {
      prompts: [
        { name: 'new' },
        {
          name: 'ask',
          title: 'Ask',
          description: 'Asks',
          arguments: [
            { name: 'free', description: 'Why', title: 'F', required: true },
            { name: 'fixed' },
            { name: 'more' },
            { name: 'must', required: true },
          ],
        },
      ],
    };
    expect(changesOf(before, after)).toEqual([
      'breaking prompt-argument-made-required /arguments/1',
      'breaking prompt-argument-added-required /arguments/3',
      'breaking prompt-removed ',
      'additive prompt-argument-made-optional /arguments/0',
      'additive prompt-argument-added /arguments/2',
      'additive prompt-added ',
      'behavioural prompt-argument-removed /arguments/0',
      'behavioural prompt-argument-description-changed /arguments/1/description',
      'behavioural prompt-description-changed /description',
      'cosmetic prompt-argument-title-changed /arguments/1/title',
      'cosmetic prompt-title-changed /title',
    ]);
  });

  it('gives the place of an argument that moved in both contracts', () => {
    const argument = { name: 'b', description: 'x' };
    const [, change] = diffOf(
      { prompts: [{ name: 'ask', arguments: [argument] }] },
      {
        prompts: [
          {
            name: 'ask',
            arguments: [{ name: 'a' }, { ...argument, description: 'y' }],
          },
        ],
      },
    ).changes;
    expect(change.where).toEqual({
      prompt: 'ask',
      pointer: '/arguments/1/description',
      beforePointer: '/arguments/0/description',
      afterPointer: '/arguments/1/description',
    });
  });

  it.each([
    ['resources', 'uri', 'resource', 'resource'],
    [
      'resourceTemplates',
      'uriTemplate',
      'resourceTemplate',
      'resource-template',
    ],
  ])('says what becomes of %s', (list, key, place, prefix) => {
    const before = {
      [list]: [
        { [key]: 'gone:', name: 'n' },
        { [key]: 'a:', name: 'n', mimeType: 'text/plain' },
        { [key]: 'b:', name: 'n', mimeType: 'text/plain' },
        { [key]: 'c:', name: 'n' },
      ],
    };
    const after = {
      [list]: [
        { [key]: 'new:', name: 'n' },
        {
          [key]: 'a:',
          name: 'm',
          title: 'M',
          description: 'D',
          mimeType: 'text/html',
          annotations: { audience: ['user'], priority: 1 },
          icons: [{ src: 'i:' }],
        },
        { [key]: 'b:', name: 'n' },
        { [key]: 'c:', name: 'n', mimeType: 'text/plain' },
      ],
    };
    const { changes } = diffOf(before, after);
    expect(
      changes.map(({ class: c, rule, where }) => [
        c,
        rule,
        where[place as 'resource'],
      ]),
    ).toEqual([
      ['breaking', `${prefix}-mime-type-changed`, 'a:'],
      ['breaking', `${prefix}-mime-type-removed`, 'b:'],
      ['breaking', `${prefix}-removed`, 'gone:'],
      ['additive', `${prefix}-mime-type-declared`, 'c:'],
      ['additive', `${prefix}-added`, 'new:'],
      ['behavioural', `${prefix}-annotations-changed`, 'a:'],
      ['behavioural', `${prefix}-annotations-changed`, 'a:'],
      ['behavioural', `${prefix}-description-changed`, 'a:'],
      ['cosmetic', `${prefix}-icons-changed`, 'a:'],
      ['cosmetic', `${prefix}-name-changed`, 'a:'],
      ['cosmetic', `${prefix}-title-changed`, 'a:'],
    ]);
    expect(changes[0].message).toMatch(
      /^The MIME type of the resource.* "a:" changed from "text\/plain" to "text\/html"\.$/,
    );
  });

  it('compares capabilities at every depth', () => {
    const before = {
      capabilities: {
        tools: { listChanged: true },
        prompts: {},
        experimental: { 'x/y': { level: 1, off: true, silent: false } },
      },
    };
    const after = {
      capabilities: {
        tools: {},
        resources: { subscribe: true },
        experimental: { 'x/y': { level: 2, off: false, on: true } },
      },
    };
    expect(changesOf(before, after)).toEqual([
      'breaking capability-changed /capabilities/experimental/x~1y/level',
      'breaking capability-removed /capabilities/experimental/x~1y/off',
      'breaking capability-removed /capabilities/prompts',
      'breaking capability-removed /capabilities/tools/listChanged',
      'additive capability-added /capabilities/experimental/x~1y/on',
      'additive capability-added /capabilities/resources',
      'cosmetic capability-denied /capabilities/experimental/x~1y/silent',
    ]);
    expect(diffOf(before, after).changes[0]).toMatchObject({
      undecided: true,
      before: 1,
      after: 2,
      where: { pointer: '/capabilities/experimental/x~1y/level' },
    });
  });

  it.each([
    [
      undefined,
      'Be kind',
      'The instructions of the server were added: "Be kind".',
    ],
    ['Be kind', undefined, 'The instructions of the server were removed.'],
    ['A', 'B', 'The instructions of the server changed from "A" to "B".'],
  ])('takes instructions for behaviour: %p to %p', (before, after, message) => {
    const diff = diffOf({ instructions: before }, { instructions: after });
    expect(diff).toMatchObject({
      verdict: 'behavioural',
      requiredBump: 'patch',
      changes: [{ rule: 'instructions-changed', message }],
    });
  });

  it('puts the worst first, then goes by place', () => {
    const { changes } = diffOf(
      { tools: [tool({ name: 'b' }), tool({ name: 'a' })], instructions: 'x' },
      {
        tools: [
          tool({ name: 'b', title: 'B', description: '2' }),
          tool({ name: 'a', title: 'A', description: '2' }),
        ],
        instructions: 'y',
      },
    );
    expect(
      changes.map(({ rule, where }) => `${where.tool ?? ''} ${rule}`),
    ).toEqual([
      'a tool-description-changed',
      'b tool-description-changed',
      ' instructions-changed',
      'a tool-title-changed',
      'b tool-title-changed',
    ]);
  });

  it('keeps a name from breaking the line of a sentence', () => {
    const [change] = diffOf(
      { prompts: [{ name: `two\nlines${'x'.repeat(500)}` }] },
      {},
    ).changes;
    expect(change.message).toMatch(
      /^The prompt "two\\nlinesx+…" was removed\.$/,
    );
    expect(change.message.length).toBeLessThan(200);
  });
});

describe('The id of a change', () => {
  const before = { tools: [tool()] };
  const after = { tools: [tool({ description: 'Finds' })] };

  it('is the same for the same change in another comparison', () => {
    const [alone] = diffOf(before, after).changes;
    expect(alone.id).toMatch(/^[0-9a-f]{16}$/);
    const among = diffOf(
      { ...before, instructions: 'x', prompts: [{ name: 'p' }] },
      { ...after, instructions: 'y' },
    );
    expect(among.changes.map(({ id }) => id)).toContain(alone.id);
  });

  it.each([
    ['tool', { tools: [tool({ name: 'find', description: 'Finds' })] }],
    ['text', { tools: [tool({ description: 'Finds it' })] }],
    ['field', { tools: [tool({ title: 'Finds' })] }],
  ])('is another one for another %s', (_what, other) => {
    const base = { tools: [tool(), tool({ name: 'find' })] };
    const one = diffOf(base, { tools: [...after.tools, base.tools[1]] });
    const two = diffOf(base, {
      tools: [
        ...other.tools,
        ...base.tools.filter(({ name }) => name !== other.tools[0].name),
      ],
    });
    expect(one.changes).toHaveLength(1);
    expect(two.changes).toHaveLength(1);
    expect(one.changes[0].id).not.toBe(two.changes[0].id);
  });
});
