import fc from 'fast-check';

import everything from '../__fixtures__/server-everything.json';
import filesystem from '../__fixtures__/server-filesystem.json';
import memory from '../__fixtures__/server-memory.json';
import sequentialThinking from '../__fixtures__/server-sequential-thinking.json';
import {
  arbitraryObjectSchema,
  pickFrom,
  reorder,
  shuffle,
} from '../canonical/__testUtils__/arbitrarySchema';
import type { JsonObject, JsonValue } from '../canonical/JsonValue';
import type { ContractInput } from './contract';
import { createSnapshot, parseSnapshot } from './createSnapshot';

const SERVERS: [name: string, contract: ContractInput, tools: number][] = [
  ['everything', everything, 13],
  ['filesystem', filesystem, 14],
  ['memory', memory, 9],
  ['sequential-thinking', sequentialThinking, 1],
];

const text = fc.string({ unit: 'grapheme', maxLength: 8 });

const arbitraryTool = fc.record(
  {
    name: fc.stringMatching(/^[A-Za-z0-9_.-]{1,10}$/),
    inputSchema: arbitraryObjectSchema.filter(
      // By place, the order of branches is a meaning.
      schema => !JSON.stringify(schema).includes('/anyOf/'),
    ),
    title: text,
    description: text,
    annotations: fc.record(
      { readOnlyHint: fc.boolean(), openWorldHint: fc.boolean() },
      { requiredKeys: [] },
    ),
    _meta: fc.constant({ seen: 1 }),
  },
  { requiredKeys: ['name', 'inputSchema'] },
);

const arbitraryContract = fc.record({
  tools: fc.uniqueArray(arbitraryTool, {
    selector: tool => tool.name,
    maxLength: 4,
  }),
  prompts: fc.uniqueArray(
    fc.record({
      name: text.filter(name => name !== ''),
      arguments: fc.uniqueArray(
        fc.record({
          name: text.filter(name => name !== ''),
          required: fc.boolean(),
        }),
        { selector: argument => argument.name, maxLength: 3 },
      ),
    }),
    { selector: prompt => prompt.name, maxLength: 3 },
  ),
});

/** Lists, keys and names in another order. */
function rewrite(contract: JsonObject, seed: number): ContractInput {
  const pick = pickFrom(seed);
  const rewritten = reorder(contract, pick) as { [list: string]: JsonValue };
  return Object.fromEntries(
    Object.entries(rewritten).map(([list, items]) => [
      list,
      Array.isArray(items) ? shuffle(items, pick) : items,
    ]),
  );
}

describe('createSnapshot, for any contract,', () => {
  it('gives one SHA-256 in whatever order a server lists and writes', () => {
    fc.assert(
      fc.property(arbitraryContract, fc.integer(), (contract, seed) => {
        const other = rewrite(contract as unknown as JsonObject, seed);
        expect(createSnapshot(other).sha256).toBe(
          createSnapshot(contract).sha256,
        );
      }),
    );
  });

  it('gives the same snapshot again for what it gave', () => {
    fc.assert(
      fc.property(arbitraryContract, contract => {
        const snapshot = createSnapshot(contract);
        expect(createSnapshot(snapshot.contract)).toEqual(snapshot);
        expect(parseSnapshot(snapshot.canonicalJson)).toEqual(snapshot);
      }),
    );
  });
});

describe.each(SERVERS)(
  'The contract of the real server %s',
  (_n, input, count) => {
    it('has a snapshot with all its tools', () => {
      const { contract } = createSnapshot(input);
      expect(contract.tools).toHaveLength(count);
      expect(contract.tools.map(({ name }) => name).sort()).toEqual(
        (input.tools as { name: string }[]).map(({ name }) => name).sort(),
      );
    });

    it('has the same snapshot in any order', () => {
      const { sha256, contract } = createSnapshot(input);
      expect(createSnapshot(contract).sha256).toBe(sha256);
      for (const seed of [1, 2, 3]) {
        const other = rewrite(input as unknown as JsonObject, seed);
        expect(createSnapshot(other).sha256).toBe(sha256);
      }
    });

    it('has another snapshot without any one of its tools', () => {
      const names = new Set([createSnapshot(input).sha256]);
      const tools = input.tools!;
      tools.forEach((_tool, index) => {
        const fewer = tools.filter((_other, other) => other !== index);
        names.add(createSnapshot({ ...input, tools: fewer }).sha256);
      });
      expect(names.size).toBe(count + 1);
    });
  },
);

describe('createSnapshot of 1,000 tools', () => {
  const tools = Array.from({ length: 1_000 }, (_, index) => ({
    ...filesystem.tools[index % filesystem.tools.length],
    name: `tool_${index}`,
  }));

  it('takes well under a second', () => {
    const started = performance.now();
    const { contract } = createSnapshot({ tools });
    const tookMs = performance.now() - started;
    expect(contract.tools).toHaveLength(1_000);
    // About 50 ms alone; wide enough for a machine that is busy with others.
    expect(tookMs).toBeLessThan(1_000);
  });
});
