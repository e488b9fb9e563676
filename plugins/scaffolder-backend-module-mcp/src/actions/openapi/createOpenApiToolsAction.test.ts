import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { NotAllowedError } from '@backstage/errors';
import { checkConventions, createSnapshot } from '@mcp-portal/mcp-contract';
import ts from 'typescript';
import { parse } from 'yaml';

import { runAction } from '../../__testUtils__/runAction';
import { openApiToolsExamples } from './openApiToolsExamples';
import { createOpenApiToolsAction } from '.';

jest.setTimeout(60_000);

const NETLIFY = resolve(
  __dirname,
  '../../../../../test/fixtures/openapi/netlify.yaml',
);

/** It takes the bytes of a file. */
const FILE_UPLOAD = 'PUT /deploys/{deploy_id}/files/{path}';

const HOSTILE = `*/ process.exit(1); /* '"\`\${process.exit(1)}\\ \u2028 --> \${{ x }} {% raw %}`;

const document = (operation: object = {}, path = '/things/{id}') =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: HOSTILE, version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      [path]: { get: { operationId: 'getThing', responses: {}, ...operation } },
    },
  });

describe('mcp:openapi:tools', () => {
  let workspacePath: string;
  const readUrl = jest.fn();
  const action = createOpenApiToolsAction({ urlReader: { readUrl } });

  beforeEach(async () => {
    readUrl.mockReset();
    workspacePath = await mkdtemp(join(tmpdir(), 'openapi-'));
    await writeFile(
      join(workspacePath, 'package.json'),
      JSON.stringify({ description: 'Finds things.' }),
    );
  });

  afterEach(() => rm(workspacePath, { recursive: true }));

  const run = (input: object) =>
    runAction(action as never, input as never, { workspacePath } as never);

  const read = (path: string) => readFile(join(workspacePath, path), 'utf8');

  it('writes a file for each tool, what registers them, and the contract', async () => {
    const { output, log } = await run({
      source: { document: document() },
      operations: ['GET /things/{id}'],
    });
    expect(output).toMatchObject({ tools: ['get_thing'] });
    expect(log[0]).toContain('1 of 1 operations are tools now: get_thing');
    expect(await readdir(join(workspacePath, 'src/tools'))).toEqual([
      'getThing.ts',
      'index.ts',
    ]);
    expect(await read('src/tools/index.ts')).toContain(
      'registerGetThing(server, context);',
    );
    expect(await read('src/upstream/api.ts')).toContain(
      "baseUrl: 'https://api.example.com'",
    );
    expect(await read('docs/tools.md')).toContain('`get_thing`');
    expect(JSON.parse(await read('contract.json'))).toMatchObject({
      instructions: 'Finds things.',
      tools: [{ name: 'get_thing', annotations: { readOnlyHint: true } }],
    });
  });

  it('keeps every text of the document a text', async () => {
    const name = HOSTILE.replaceAll('/', '');
    await run({
      source: {
        document: document(
          {
            summary: HOSTILE,
            description: HOSTILE,
            deprecated: true,
            parameters: [
              {
                name: 'q',
                in: 'query',
                description: HOSTILE,
                schema: { enum: [HOSTILE], default: HOSTILE },
              },
            ],
            responses: {
              200: {
                description: '',
                content: {
                  'application/json': {
                    schema: { properties: { [HOSTILE]: { title: HOSTILE } } },
                  },
                },
              },
            },
          },
          `/${name}`,
        ),
      },
      operations: [`GET /${name}`],
    });
    const files = ['tools/getThing', 'tools/index', 'upstream/api'];
    for (const file of files) {
      const source = ts.createSourceFile(
        file,
        await read(`src/${file}.ts`),
        ts.ScriptTarget.Latest,
      );
      const { parseDiagnostics } = source as unknown as {
        parseDiagnostics: unknown[];
      };
      expect(parseDiagnostics).toEqual([]);
      expect(callsIn(source)).not.toContain('process.exit');
    }
    expect(await read('docs/tools.md')).not.toContain('<');
  });

  const withArgument = (schema: object, components = {}) => {
    const parameter = { name: 'q', in: 'query', required: true, schema };
    return JSON.stringify({
      ...JSON.parse(document({ parameters: [parameter] })),
      components,
    });
  };

  it.each([
    [
      'takes ages to match',
      withArgument({
        type: 'string',
        pattern: '^(a+)+$',
        examples: [`${'a'.repeat(60)}!`],
      }),
    ],
    [
      'no value settles',
      withArgument(
        { $ref: '#/components/schemas/Loop' },
        {
          schemas: {
            Loop: {
              type: 'object',
              allOf: [{ $ref: '#/components/schemas/Loop' }],
            },
          },
        },
      ),
    ],
  ])('tries no tool whose schema %s', async (_what, text) => {
    const begin = performance.now();
    await run({ source: { document: text }, operations: ['GET /things/{id}'] });
    expect(await read('test/upstream/cases.ts')).toContain(
      "untried: string[] = ['get_thing']",
    );
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  it('tries a tool with an example of what its patterns ask for', async () => {
    const schema = { type: 'string', pattern: '^[A-Z]{3}$', examples: ['EUR'] };
    await run({
      source: { document: withArgument(schema) },
      operations: ['GET /things/{id}'],
    });
    expect(await read('test/upstream/cases.ts')).toContain(
      'untried: string[] = []',
    );
  });

  it('makes a contract that keeps every convention', async () => {
    const text = await readFile(NETLIFY, 'utf8');
    const operations = operationsOf(text);
    const { output } = await run({
      source: { document: text },
      operations: operations.filter(id => id !== FILE_UPLOAD),
    });
    const { contract } = createSnapshot(
      JSON.parse(await read('contract.json')),
    );
    expect(contract.tools).toHaveLength(operations.length - 1);
    expect(output.tools).toHaveLength(operations.length - 1);
    const { score, findings } = checkConventions({ contract });
    expect(findings).toEqual([]);
    expect(score).toBe(100);
  });

  it('names the operations that can not become tools, and why', async () => {
    const text = await readFile(NETLIFY, 'utf8');
    await expect(
      run({ source: { document: text }, operations: [FILE_UPLOAD, 'GET /no'] }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /octet-stream.*; GET \/no is not in the document\. Choose other/,
      ),
    });
    expect(await readdir(workspacePath)).toEqual(['package.json']);
  });

  it('reads a URL with the reader of the portal', async () => {
    readUrl.mockResolvedValue({ buffer: async () => Buffer.from(document()) });
    const { output } = await run({
      source: { url: 'https://example.com/api.json' },
      operations: ['GET /things/{id}'],
      targetPath: 'server',
    });
    expect(output.tools).toEqual(['get_thing']);
    expect(await readdir(join(workspacePath, 'server/src'))).toContain('tools');
    readUrl.mockRejectedValue(new NotAllowedError('no'));
    await expect(
      run({ source: { url: 'https://other.example.com/' }, operations: ['x'] }),
    ).rejects.toThrow(/backend\.reading\.allow/);
  });

  it('stays in the workspace', async () => {
    await mkdir(join(workspacePath, 'inside'));
    await expect(
      run({
        source: { document: document() },
        operations: ['GET /things/{id}'],
        targetPath: '../outside',
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('wants one source', async () => {
    for (const source of [{}, { url: 'https://x', document: 'x' }]) {
      await expect(run({ source, operations: ['x'] })).rejects.toThrow(
        'Give either the url or the document',
      );
    }
  });

  it('has examples that work', async () => {
    const steps = openApiToolsExamples.flatMap(
      ({ example }) => parse(example).steps,
    );
    expect(steps.map(step => step.action)).toEqual([action.id, action.id]);
    const { output } = await run(steps[1].input);
    expect(output.tools).toEqual(['get_invoice']);
  });
});

function operationsOf(text: string): string[] {
  const { paths } = parse(text) as { paths: { [path: string]: object } };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter(method => method !== 'parameters')
      .map(method => `${method.toUpperCase()} ${path}`),
  );
}

function callsIn(source: ts.SourceFile): string[] {
  const calls: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      calls.push(node.expression.getText(source));
    }
    node.forEachChild(visit);
  };
  visit(source);
  return calls;
}
