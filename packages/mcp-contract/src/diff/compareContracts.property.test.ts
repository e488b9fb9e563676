import fc from 'fast-check';

import everything from '../__fixtures__/server-everything.json';
import filesystem from '../__fixtures__/server-filesystem.json';
import memory from '../__fixtures__/server-memory.json';
import sequentialThinking from '../__fixtures__/server-sequential-thinking.json';
import { pickFrom, shuffle } from '../canonical/__testUtils__/arbitrarySchema';
import { isJsonObject, type JsonValue } from '../canonical/JsonValue';
import { createSnapshot } from '../snapshot';
import type { Contract } from '../snapshot/contract';
import { mutateContract } from './__testUtils__/mutateContract';
import { CHANGE_CLASSES, type ContractDiff } from './change';
import { compareContracts } from './compareContracts';

const REAL: Contract[] = [
  everything,
  filesystem,
  memory,
  sequentialThinking,
].map(input => createSnapshot(input).contract);

/** A real contract, and what a few random edits made of it. */
const mutated = fc
  .record({
    before: fc.constantFrom(...REAL),
    times: fc.integer({ min: 1, max: 12 }),
    seed: fc.integer(),
  })
  .map(({ before, times, seed }) => ({
    before,
    after: mutateContract(before, times, pickFrom(seed)),
  }))
  .filter((pair): pair is { before: Contract; after: Contract } =>
    Boolean(pair.after),
  );

/**
 * The same with members in another order. Not so what schemas have in lists:
 * beside a malformed keyword, their order may be all the meaning there is.
 */
function reorderMembers(value: JsonValue, pick: () => number): JsonValue {
  if (Array.isArray(value)) {
    return value.map(item => reorderMembers(item, pick));
  }
  return isJsonObject(value)
    ? Object.fromEntries(
        shuffle(Object.entries(value), pick).map(([key, member]) => [
          key,
          reorderMembers(member, pick),
        ]),
      )
    : value;
}

const OPPOSITES: readonly [string, string][] = [
  ['tool-added', 'tool-removed'],
  ['tool-output-schema-added', 'tool-output-schema-removed'],
  ['prompt-added', 'prompt-removed'],
  ['prompt-argument-made-required', 'prompt-argument-made-optional'],
  ['resource-added', 'resource-removed'],
  ['resource-mime-type-declared', 'resource-mime-type-removed'],
  ['resource-template-added', 'resource-template-removed'],
  ['capability-added', 'capability-removed'],
  ['annotation-read-only-gained', 'annotation-read-only-lost'],
  ['annotation-destructive-gained', 'annotation-destructive-lost'],
  ['annotation-idempotent-gained', 'annotation-idempotent-lost'],
  ['annotation-open-world-gained', 'annotation-open-world-lost'],
];

const SAME_BOTH_WAYS = [
  'tool-description-changed',
  'tool-title-changed',
  'prompt-description-changed',
  'resource-name-changed',
  'resource-mime-type-changed',
  'capability-changed',
  'instructions-changed',
];

describe('compareContracts, for real contracts and what random edits make of them,', () => {
  it('finds nothing between a contract and itself, in whatever order', () => {
    fc.assert(
      fc.property(mutated, fc.integer(), ({ after }, seed) => {
        const copy = structuredClone(after);
        expect(compareContracts(after, copy).verdict).toBe('none');
        const other = reorderMembers(
          after as unknown as JsonValue,
          pickFrom(seed),
        ) as unknown as Contract;
        expect(compareContracts(other, copy).changes).toEqual([]);
      }),
    );
  });

  it('finds the same in whatever order the items come', () => {
    fc.assert(
      fc.property(mutated, fc.integer(), ({ before, after }, seed) => {
        const pick = pickFrom(seed);
        const inOtherOrder = (contract: Contract): Contract => ({
          ...contract,
          tools: shuffle(contract.tools, pick),
          prompts: shuffle(contract.prompts, pick),
          resources: shuffle(contract.resources, pick),
          resourceTemplates: shuffle(contract.resourceTemplates, pick),
        });
        expect(
          compareContracts(inOtherOrder(before), inOtherOrder(after)),
        ).toEqual(compareContracts(before, after));
      }),
    );
  });

  it('gives the worst class as its verdict, and each change an id', () => {
    fc.assert(
      fc.property(mutated, ({ before, after }) => {
        const { verdict, changes } = compareContracts(before, after);
        const ranks = changes.map(change =>
          CHANGE_CLASSES.indexOf(change.class),
        );
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        expect(verdict).toBe(changes[0]?.class ?? 'none');
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
      }),
      { numRuns: 300 },
    );
  });

  it('finds something wherever the contracts differ outside of schemas', () => {
    const textOf = ({ tools, ...rest }: Contract) =>
      createSnapshot({
        ...rest,
        tools: tools.map(tool => ({
          ...tool,
          inputSchema: { type: 'object' },
          ...(tool.outputSchema === undefined ? {} : { outputSchema: {} }),
        })),
      }).sha256;
    fc.assert(
      fc.property(mutated, ({ before, after }) => {
        fc.pre(textOf(before) !== textOf(after));
        expect(compareContracts(before, after).changes).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the opposite the other way round', () => {
    fc.assert(
      fc.property(mutated, ({ before, after }) => {
        const places = (diff: ContractDiff, rule: string) =>
          diff.changes
            .filter(change => change.rule === rule)
            .map(
              ({ where: { beforePointer, afterPointer, ...where } }) => where,
            );
        const forth = compareContracts(before, after);
        const back = compareContracts(after, before);
        for (const [one, other] of OPPOSITES) {
          expect(places(back, other)).toEqual(places(forth, one));
          expect(places(back, one)).toEqual(places(forth, other));
        }
        for (const rule of SAME_BOTH_WAYS) {
          expect(places(back, rule)).toEqual(places(forth, rule));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('compareContracts of 1,000 tools', () => {
  const tools = Array.from({ length: 1_000 }, (_, index) => ({
    ...filesystem.tools[index % filesystem.tools.length],
    name: `tool_${index}`,
  }));
  const before = createSnapshot({ tools }).contract;

  it('takes a few milliseconds when little changed', () => {
    const after = createSnapshot({
      tools: tools.map((tool, index) =>
        index % 100 === 0 ? { ...tool, description: 'Other' } : tool,
      ),
    }).contract;
    const started = performance.now();
    const { changes } = compareContracts(before, after);
    const tookMs = performance.now() - started;
    expect(changes).toHaveLength(10);
    // About 10 ms alone; wide enough for a machine that is busy with others.
    expect(tookMs).toBeLessThan(500);
  });
});
