import * as dns from 'node:dns';
import * as fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';

import { OPENAPI_LIMITS, readOpenApi } from '.';
import { readYaml } from './readYaml';

const document = (changes: object = {}) => ({
  openapi: '3.1.0',
  info: { title: 'API', version: '1' },
  paths: { '/x': { get: { responses: { 200: { description: '' } } } } },
  ...changes,
});

const withSchema = (schema: unknown, schemas: object = {}) =>
  JSON.stringify(
    document({
      paths: {
        '/x': {
          post: {
            requestBody: {
              required: true,
              content: { 'application/json': { schema } },
            },
            responses: {
              200: {
                description: '',
                content: { 'application/json': { schema } },
              },
            },
          },
        },
      },
      components: { schemas },
    }),
  );

describe('readOpenApi refuses', () => {
  it.each([
    ['nothing', '', /no OpenAPI document/],
    ['a text', 'hello', /no OpenAPI document/],
    ['a list', '- 1', /no OpenAPI document/],
    ['broken JSON', '{"openapi": ', /begins like JSON/],
    ['broken YAML', 'a: [', /read as YAML/],
    ['another format', 'swagger: "1.2"\npaths: {}', /"1.2" as its version/],
    ['a future format', 'openapi: 4.0.0\npaths: {}', /"4.0.0" as its version/],
    ['no version', 'paths: {}', /"no version" as its version/],
    ['no paths', 'openapi: 3.1.0', /no "paths"/],
    ['no operations', 'openapi: 3.1.0\npaths: {}', /no operation/],
    ['webhooks only', 'openapi: 3.1.0\nwebhooks: {}', /no "paths"/],
  ])('%s', async (_what, text, message) => {
    await expect(readOpenApi(text)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });

  it('aliases that stand for billions of values', async () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++) {
      const use = `*a${level - 1}`;
      bomb.push(`a${level}: &a${level} [${Array(10).fill(use).join(', ')}]`);
    }
    await expect(readOpenApi(bomb.join('\n'))).rejects.toMatchObject({
      name: 'InputError',
    });
  });

  it('aliases that the YAML parser lets pass, and that are too many', async () => {
    const long = Array(20_000).fill('x').join(', ');
    const text = `a: &a [${long}]\nb: [${Array(50).fill('*a').join(', ')}]`;
    await expect(readOpenApi(text)).rejects.toThrow(/Aliases of YAML/);
  });

  it('what is nested without end', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ]) {
      for (const depth of [1_000, 200_000]) {
        const text = `{"openapi":${open.repeat(depth)}1${close.repeat(depth)}}`;
        await expect(readOpenApi(text)).rejects.toMatchObject({
          name: 'InputError',
        });
      }
    }
    await expect(readOpenApi(`a: ${'['.repeat(50_000)}`)).rejects.toMatchObject(
      { name: 'InputError' },
    );
  });

  it('what is too large', async () => {
    const { maxDocumentBytes, maxOperations, maxYamlBytes } = OPENAPI_LIMITS;
    await expect(
      readOpenApi(`{"a":"${'x'.repeat(maxDocumentBytes)}"}`),
    ).rejects.toThrow(/Cut it down/);
    await expect(readOpenApi('x'.repeat(maxYamlBytes + 1))).rejects.toThrow(
      /convert it to JSON/,
    );
    const paths = Object.fromEntries(
      Array.from({ length: maxOperations + 1 }, (_, index) => [
        `/x${index}`,
        { get: { responses: {} } },
      ]),
    );
    await expect(
      readOpenApi(JSON.stringify(document({ paths }))),
    ).rejects.toThrow(/1001 operations/);
  });
});

describe('readOpenApi takes no longer than a large document takes', () => {
  const MANY = 300_000;
  const withOperation = (operation: object) =>
    JSON.stringify(
      document({ paths: { '/x': { get: { responses: {}, ...operation } } } }),
    );
  const A = '#/components/schemas/A';
  const allItself = (count: number) => ({
    A: { allOf: Array(count).fill({ $ref: A }) },
  });
  const levels = Object.fromEntries(
    Array.from({ length: 7 }, (_, level) => [
      level === 6 ? 'A' : `L${level}`,
      level === 0
        ? {}
        : {
            allOf: Array(50).fill({
              $ref: `#/components/schemas/L${level - 1}`,
            }),
          },
    ]),
  );

  // Each took minutes or hours of the whole portal's time.
  it.each([
    ['an id', withOperation({ operationId: 'A'.repeat(MANY) })],
    [
      'a parameter',
      withOperation({
        parameters: [{ name: `a${'.'.repeat(MANY)}a`, in: 'query' }],
      }),
    ],
    ...['{', '/'].map(sign => [
      `the address of a server: ${sign}`,
      JSON.stringify(
        document({
          servers: [{ url: `https://a.test/${sign.repeat(MANY)}a` }],
        }),
      ),
    ]),
    [
      'an address of variables',
      JSON.stringify(
        document({
          servers: Array(500).fill({
            url: `https://a.test/${'{a}'.repeat(600)}`,
            variables: { a: { default: 'x'.repeat(1_900) } },
          }),
        }),
      ),
    ],
    ['a schema of itself', withSchema({ $ref: A }, allItself(200))],
    ['a schema of schemas', withSchema({ $ref: A }, levels)],
  ])('for %s', async (_what, text) => {
    const begin = performance.now();
    await readOpenApi(text);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });

  it('for YAML that takes minutes, and answers others meanwhile', async () => {
    const slow = Array.from(
      { length: 60_000 },
      (_, index) => `k${index}: &a${index} 1\nj${index}: *a${index}`,
    ).join('\n');
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 10);
    try {
      await expect(readYaml(slow, { timeoutMs: 500 })).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('longer than 0.5 seconds'),
      });
      expect(turns).toBeGreaterThan(5);
    } finally {
      clearInterval(others);
    }
  }, 20_000);

  it('for a path, which it refuses', async () => {
    await expect(
      readOpenApi(
        JSON.stringify(document({ paths: { [`/${'{'.repeat(MANY)}`]: {} } })),
      ),
    ).rejects.toThrow(/of 300001 characters, which begins with "\/\{\{/);
  });

  it('however long the lists of a schema are, and keeps its tools small', async () => {
    const { operations } = await readOpenApi(
      withSchema({
        type: 'object',
        minProperties: 1,
        additionalProperties: false,
        required: Array.from({ length: 5_000 }, (_, index) => `p${index}`),
        properties: Object.fromEntries(
          Array.from({ length: 2_000 }, (_, index) => [
            `p${index}`,
            { type: 'string', enum: Array.from({ length: 50 }, String) },
          ]),
        ),
        anyOf: Array(5_000).fill({ minProperties: 1 }),
        patternProperties: Object.fromEntries(
          Array.from({ length: 5_000 }, (_, index) => [`^x${index}`, {}]),
        ),
      }),
    );
    const [{ tool, problems }] = operations;
    expect(JSON.stringify(tool).length).toBeLessThan(
      4 *
        (OPENAPI_LIMITS.maxInputSchemaSize +
          OPENAPI_LIMITS.maxOutputSchemaSize),
    );
    // What is left out of the description may still be given.
    expect(JSON.stringify(tool?.inputSchema.properties)).not.toContain(
      '"additionalProperties":false',
    );
    expect(problems).toContainEqual(
      expect.stringMatching(/more detail than a model should read/),
    );
  }, 20_000);
});

describe('readOpenApi', () => {
  it('opens no file and no address', async () => {
    const spies = [
      jest.spyOn(fs.promises, 'readFile'),
      jest.spyOn(http, 'request'),
      jest.spyOn(https, 'request'),
      jest.spyOn(dns, 'lookup'),
      jest.spyOn(globalThis, 'fetch'),
    ];
    for (const reference of [
      '/etc/passwd',
      'file:///etc/passwd',
      'http://169.254.169.254/latest',
      'https://example.com/x.yaml#/X',
      './other.yaml',
    ]) {
      const { operations } = await readOpenApi(withSchema({ $ref: reference }));
      expect(operations[0].problems.join()).toContain(
        `${JSON.stringify(reference)}, which is not in the document`,
      );
      expect(JSON.stringify(operations[0].tool)).not.toContain('root:');
    }
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  it('copes with references that lead in a circle', async () => {
    const text = withSchema(
      { $ref: '#/components/schemas/A' },
      {
        A: { $ref: '#/components/schemas/B' },
        B: { $ref: '#/components/schemas/A' },
      },
    );
    const { operations } = await readOpenApi(text);
    expect(operations[0].tool).toBeDefined();
  });

  it('keeps schemas that refer to themselves finite', async () => {
    const text = withSchema(
      { $ref: '#/components/schemas/Node' },
      {
        Node: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            children: {
              type: 'array',
              items: { $ref: '#/components/schemas/Node' },
            },
          },
        },
      },
    );
    const [{ tool }] = (await readOpenApi(text)).operations;
    expect(tool?.outputSchema).toMatchObject({
      properties: { children: { items: { $ref: '#/$defs/Node' } } },
      $defs: { Node: { properties: { name: { type: 'string' } } } },
    });
  });

  it('cuts what no model should read', async () => {
    const wide = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, index) => [
        `property${index}`,
        { type: 'object', properties: { x: { type: 'string' } } },
      ]),
    );
    const { operations } = await readOpenApi(
      withSchema({ type: 'object', properties: wide }),
    );
    const [{ problems }] = operations;
    expect(problems.join()).toContain('more detail than');
  });

  it('is quick with what takes others the square of its size', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      name: `p${index}`,
    }));
    const start = Date.now();
    const { operations } = await readOpenApi(
      JSON.stringify(
        document({
          tags: many,
          paths: { '/x': { get: { parameters: many, responses: {} } } },
        }),
      ),
    );
    expect(operations[0].tool).toBeUndefined();
    expect(Date.now() - start).toBeLessThan(5_000);
  });

  it('changes nothing but what it returns', async () => {
    const text = `{"openapi":"3.0.0","info":{},"paths":{"/x":{"get":{"responses":{},"__proto__":{"polluted":1},"parameters":[{"name":"__proto__","in":"query","schema":{"properties":{"__proto__":{"polluted":1},"constructor":{"type":"string"}}}}]}}}}`;
    const { operations } = await readOpenApi(text);
    expect(operations[0].tool).toBeDefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
