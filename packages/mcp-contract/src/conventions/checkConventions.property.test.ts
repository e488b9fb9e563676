import fc from 'fast-check';

import everything from '../__fixtures__/server-everything.json';
import filesystem from '../__fixtures__/server-filesystem.json';
import memory from '../__fixtures__/server-memory.json';
import type { JsonObject } from '../canonical/JsonValue';
import { createSnapshot } from '../snapshot';
import type { Contract, ContractTool } from '../snapshot/contract';
import { checkConventions } from './checkConventions';
import type { ConventionFinding, ConventionSubject } from './convention';
import { CONVENTIONS } from './conventions';

const tool = fc.record(
  {
    name: fc.constantFrom('get_a', 'get-b', 'getC', 'list_d', 'ping', 'Go'),
    description: fc.constantFrom('', 'Short', 'Gets one of those things'),
    inputSchema: fc.constantFrom(
      { type: 'object' },
      { type: 'object', properties: { a: {}, b: { description: 'B' } } },
      {
        type: 'object',
        properties: { x: { $ref: '#/$defs/x' }, y: { $ref: '#/$defs/x' } },
        $defs: { x: { properties: { z: { type: 'string' } } } },
      },
    ),
    outputSchema: fc.constant({ type: 'object' }),
    annotations: fc.constantFrom({}, { readOnlyHint: true }),
  },
  { requiredKeys: ['name', 'inputSchema'] },
);

const contract = fc.oneof(
  fc
    .uniqueArray(tool, { selector: ({ name }) => name, maxLength: 5 })
    .map(tools => createSnapshot({ tools }).contract),
  fc.constantFrom(
    ...[everything, filesystem, memory].map(
      input => createSnapshot(input).contract,
    ),
  ),
);

const subject: fc.Arbitrary<ConventionSubject> = fc.record(
  {
    contract,
    serverName: fc.constantFrom('a-b', 'A B', 'com.example/a'),
    serverInfo: fc.record({
      name: fc.constant('a'),
      version: fc.constantFrom('1.0.0', '2.0.0'),
    }),
    version: fc.constantFrom('1.0.0', '2.0.0'),
    unknownTool: fc.constantFrom(
      { kind: 'error' as const, code: -32602 },
      { kind: 'error' as const, code: 0 },
      { kind: 'result' as const, isError: true },
      { kind: 'none' as const, reason: 'No answer.' },
    ),
    auth: fc.constantFrom('none' as const, 'undeclared' as const),
    toolListTokens: fc.constantFrom(5, 50_000),
  },
  { requiredKeys: ['contract'] },
);

const settings = fc
  .uniqueArray(fc.constantFrom(...CONVENTIONS.map(({ id }) => id)))
  .chain(ids =>
    fc.record(
      Object.fromEntries(
        ids.map(id => [
          id,
          fc.record({
            severity: fc.constantFrom(
              'error' as const,
              'warning' as const,
              'info' as const,
              'off' as const,
            ),
          }),
        ]),
      ),
    ),
  );

const MENDED: Partial<ConventionSubject> = {
  serverName: 'a-b',
  version: '1.0.0',
  serverInfo: { name: 'a', version: '1.0.0' },
  unknownTool: { kind: 'error', code: -32602 },
  auth: 'declared',
  toolListTokens: 5,
};

const OF_SERVER: { readonly [id: string]: readonly string[] } = {
  'server-name': ['serverName'],
  'server-version': ['version', 'serverInfo'],
  'unknown-tool-refused': ['unknownTool'],
  'auth-declared': ['auth'],
  'tool-list-size': ['toolListTokens'],
};

/** What the owner does about a finding. */
function mend(
  given: ConventionSubject,
  { convention, tool: name, pointer }: ConventionFinding,
): ConventionSubject {
  if (OF_SERVER[convention]) {
    const fields = Object.entries(MENDED).filter(([field]) =>
      OF_SERVER[convention].includes(field),
    );
    return { ...given, ...Object.fromEntries(fields) };
  }
  const mended: Contract = structuredClone(given.contract);
  const target = mended.tools.find(one => one.name === name)!;
  mendTool(target, convention, pointer);
  return { ...given, contract: mended };
}

function mendTool(target: ContractTool, convention: string, pointer: string) {
  switch (convention) {
    case 'tool-names':
      // One word is in every style.
      target.name = `renamed${target.name.toLowerCase().replace(/\W|_/g, '')}`;
      break;
    case 'tool-described':
      target.description = 'Does what it is described to do';
      break;
    case 'tool-annotated':
      target.annotations = { readOnlyHint: true };
      break;
    case 'output-schema':
      target.outputSchema = { type: 'object' };
      break;
    default: {
      const parts = pointer.split('/').slice(1);
      const last = parts.pop()!;
      const parent = parts.reduce(
        (value, part) => value[part] as JsonObject,
        target as unknown as JsonObject,
      );
      parent[last] = {
        ...(parent[last] as JsonObject),
        description: 'What it is',
      };
    }
  }
}

describe('checkConventions, for any server and settings,', () => {
  it('gives a score of 0 to 100, and 100 only when nothing is broken', () => {
    fc.assert(
      fc.property(subject, settings, (given, wanted) => {
        const { score, totalFindings } = checkConventions(given, wanted);
        expect(Number.isInteger(score)).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(score === 100).toBe(totalFindings === 0);
      }),
    );
  });

  it('never lowers the score for a finding that was mended', () => {
    fc.assert(
      fc.property(subject, settings, fc.nat(), (given, wanted, choice) => {
        const before = checkConventions(given, wanted, { maxFindings: 1_000 });
        fc.pre(before.findings.length > 0);
        const finding = before.findings[choice % before.findings.length];
        const after = checkConventions(mend(given, finding), wanted);
        expect(after.totalFindings).toBeLessThan(before.totalFindings);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
    );
  });

  it('counts in its conventions what it finds', () => {
    fc.assert(
      fc.property(subject, settings, (given, wanted) => {
        const report = checkConventions(given, wanted, { maxFindings: 1_000 });
        expect(report.totalFindings).toBe(report.findings.length);
        for (const { id, broken, checked } of report.conventions) {
          expect(
            report.findings.filter(({ convention }) => convention === id),
          ).toHaveLength(broken);
          expect(broken).toBeLessThanOrEqual(checked);
        }
      }),
    );
  });
});
