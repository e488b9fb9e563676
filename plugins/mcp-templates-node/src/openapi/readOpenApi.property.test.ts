import { checkConventions, createSnapshot } from '@mcp-portal/mcp-contract';
import type { OpenApiTool } from '@mcp-portal/plugin-mcp-templates-common';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';

import { type OperationRequest, planOpenApi, readOpenApi } from '.';
import { arbitraryDocument } from './__testUtils__/arbitraryDocument';

// It compiles the schema of OpenAPI anew for each document, which takes longer
// than all the rest; readOpenApi.test.ts has it.
jest.mock('@apidevtools/swagger-parser', () => ({ validate: async () => {} }));

const RUNS = { numRuns: 200 };

// Hundreds of documents each, on a machine that does other things too.
jest.setTimeout(60_000);

async function toolsOf(document: object): Promise<OpenApiTool[]> {
  const { operations } = await readOpenApi(JSON.stringify(document));
  return operations.flatMap(({ tool }) => tool ?? []);
}

describe('readOpenApi, whatever the document', () => {
  it('makes schemas of JSON Schema 2020-12 whose root is an object', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async document => {
        for (const { inputSchema, outputSchema } of await toolsOf(document)) {
          for (const schema of [inputSchema, outputSchema!]) {
            expect(schema.type).toBe('object');
            expect(() => ajv.compile(schema)).not.toThrow();
          }
        }
      }),
      RUNS,
    );
  });

  it('gives each tool a name of its own, the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async document => {
        const names = (await toolsOf(document)).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
          expect(name.length).toBeLessThanOrEqual(64);
        }
        expect((await toolsOf(document)).map(({ name }) => name)).toEqual(
          names,
        );
      }),
      RUNS,
    );
  });

  it('keeps all conventions of the portal', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async document => {
        const tools = await toolsOf(document);
        const { contract } = createSnapshot({ tools });
        const report = checkConventions({ contract });
        expect(report.findings).toEqual([]);
        expect(report.score).toBe(100);
      }),
      RUNS,
    );
  });

  it('sends each argument somewhere, and takes nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async document => {
        const { reading, requests } = await planOpenApi(
          JSON.stringify(document),
        );
        for (const { id, tool } of reading.operations) {
          const request = requests.get(id);
          expect(request && argumentsOf(request)).toEqual(
            tool && Object.keys(tool.inputSchema.properties as object).sort(),
          );
          expect(tool?.inputSchema.additionalProperties ?? false).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('throws nothing but errors for people, whatever it is given', async () => {
    const broken = fc
      .tuple(
        arbitraryDocument,
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.jsonValue(),
      )
      .map(([good, way, bad]) => replaceAt(good, way, bad));
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.jsonValue()), async value => {
        const error = await readOpenApi(JSON.stringify(value)).catch(e => e);
        expect(error instanceof Error ? error.name : 'InputError').toBe(
          'InputError',
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

/** All that a request takes of a call. */
function argumentsOf({ parameters, body }: OperationRequest): string[] {
  return [
    ...parameters.map(({ argument }) => argument),
    ...(body && 'argument' in body ? [body.argument] : []),
    ...(body && 'properties' in body
      ? body.properties.map(({ name }) => name)
      : []),
  ].sort();
}

/** Puts a value somewhere into another. */
function replaceAt(value: unknown, way: number[], bad: unknown): unknown {
  const [step, ...rest] = way;
  if (step === undefined || typeof value !== 'object' || value === null) {
    return bad;
  }
  const keys = Object.keys(value);
  const key = keys[step % keys.length];
  return key === undefined
    ? bad
    : Object.assign(Array.isArray(value) ? [...value] : { ...value }, {
        [key]: replaceAt((value as never)[key], rest, bad),
      });
}
