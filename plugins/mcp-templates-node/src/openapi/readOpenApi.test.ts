import type {
  OpenApiOperation,
  OpenApiTool,
} from '@mcp-portal/plugin-mcp-templates-common';
import { stringify } from 'yaml';

import { planOpenApi, readOpenApi } from '.';

interface Described {
  document?: object;
  item?: object;
  path?: string;
  method?: string;
}

const ok = (schema: object) => ({
  200: { description: 'Fine', content: { 'application/json': { schema } } },
});

/** A document with one operation. */
const describing = (operation: object, rest: Described = {}) =>
  stringify({
    openapi: '3.1.0',
    info: { title: 'Billing', version: '1.2' },
    servers: [{ url: 'https://billing.example.com/v1/' }],
    ...rest.document,
    paths: {
      [rest.path ?? '/invoices/{id}']: {
        ...rest.item,
        [rest.method ?? 'get']: { responses: {}, ...operation },
      },
    },
  });

async function read(
  operation: object,
  rest?: Described,
): Promise<OpenApiOperation> {
  return (await readOpenApi(describing(operation, rest))).operations[0];
}

async function toolOf(
  operation: object,
  rest?: Described,
): Promise<OpenApiTool> {
  const { tool, problems } = await read(operation, rest);
  expect([problems, tool]).toEqual([problems, expect.anything()]);
  return tool!;
}

const propertiesOf = ({ inputSchema }: OpenApiTool) =>
  inputSchema.properties as { [name: string]: { [keyword: string]: unknown } };

const withBody = (schema: object, required = true) => ({
  requestBody: { required, content: { 'application/json': { schema } } },
});

describe('readOpenApi', () => {
  it('reads what the document says of itself', async () => {
    const reading = await readOpenApi(describing({}));
    expect(reading).toMatchObject({
      title: 'Billing',
      version: '1.2',
      format: '3.1',
      baseUrls: ['https://billing.example.com/v1'],
      problems: [],
    });
  });

  it('reads Swagger 2.0 and OpenAPI 3.0', async () => {
    const swagger = {
      swagger: '2.0',
      info: { title: 'Old', version: '1' },
      host: 'old.example.com',
      basePath: '/api',
      schemes: ['https'],
      paths: {
        '/things': {
          post: {
            parameters: [
              {
                name: 'thing',
                in: 'body',
                required: true,
                schema: { $ref: '#/definitions/Thing' },
              },
              {
                name: 'ids',
                in: 'query',
                type: 'array',
                items: { type: 'integer' },
                collectionFormat: 'csv',
              },
            ],
            responses: {
              200: {
                description: '',
                schema: { type: 'array', items: { type: 'string' } },
              },
            },
          },
        },
      },
      definitions: {
        Thing: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string' } },
        },
      },
    };
    const { reading, requests } = await planOpenApi(JSON.stringify(swagger));
    expect(reading.format).toBe('2.0');
    expect(reading.baseUrls).toEqual(['https://old.example.com/api']);
    const [{ id, tool }] = reading.operations;
    expect(tool?.inputSchema.required).toEqual(['name']);
    expect(tool?.outputSchema).toMatchObject({ required: ['items'] });
    expect(requests.get(id)?.parameters[0]).toMatchObject({
      style: 'form',
      explode: false,
    });
    const { format } = await readOpenApi(
      describing({}, { document: { openapi: '3.0.3' } }),
    );
    expect(format).toBe('3.0');
  });

  it('tells where a document breaks its specification, and reads the rest', async () => {
    const { problems, operations } = await readOpenApi(
      describing({ tags: 'not a list' }),
    );
    expect(problems.join()).toMatch(/breaks its own specification/);
    expect(operations[0].tool).toBeDefined();
  });

  it('names tools by their ids, or by method and path', async () => {
    const names = [
      ['getInvoiceByID', 'get_invoice_by_id'],
      ['repos/list-for-org', 'repos_list_for_org'],
      ['GETHTTPThing', 'gethttp_thing'],
      [undefined, 'get_invoices_by_id'],
      ['123', 'get_invoices_by_id'],
      ['請求書', 'get_invoices_by_id'],
      ['x'.repeat(100), 'x'.repeat(64)],
    ];
    for (const [operationId, name] of names) {
      expect((await toolOf({ operationId })).name).toBe(name);
    }
  });

  it('describes tools, and bounds it', async () => {
    expect(
      await toolOf({ summary: 'Get an invoice.', description: 'With lines.' }),
    ).toMatchObject({
      title: 'Get an invoice',
      description: 'Get an invoice.\n\nWith lines.',
    });
    expect(await toolOf({})).toMatchObject({
      title: 'Get invoices by id',
      description: 'Get invoices by id. GET /invoices/{id} of Billing.',
    });
    const long = await toolOf({ description: 'A word. '.repeat(1_000) });
    expect(long.description.length).toBeLessThanOrEqual(1_000);
    expect(long.description).toMatch(/word\.$/);
  });

  it('marks what is deprecated', async () => {
    const { deprecated, tool } = await read({ deprecated: true });
    expect(deprecated).toBe(true);
    expect(tool?.description).toMatch(/^Deprecated/);
  });

  it.each([
    ['get', true, false, true],
    ['head', true, false, true],
    ['post', false, false, false],
    ['put', false, true, true],
    ['patch', false, true, false],
    ['delete', false, true, true],
  ])('annotates %s', async (method, readOnly, destructive, idempotent) => {
    expect((await toolOf({}, { method })).annotations).toEqual({
      readOnlyHint: readOnly,
      destructiveHint: destructive,
      idempotentHint: idempotent,
      openWorldHint: false,
    });
  });
});

describe('Arguments', () => {
  it('are the parameters, with what is known of them', async () => {
    const tool = await toolOf(
      {
        parameters: [
          {
            name: 'status',
            in: 'query',
            description: 'Only these.',
            example: 'open',
            schema: { type: 'string', enum: ['open', 'paid'], default: 'open' },
          },
          {
            name: 'since',
            in: 'query',
            schema: { type: 'string', format: 'date' },
          },
          { name: 'Authorization', in: 'header', schema: { type: 'string' } },
        ],
      },
      {
        item: {
          parameters: [
            {
              name: 'id',
              in: 'path',
              required: true,
              schema: { type: 'integer' },
            },
          ],
        },
      },
    );
    expect(tool.inputSchema).toEqual({
      type: 'object',
      properties: {
        id: { type: 'integer', description: 'Id, in the path.' },
        status: {
          type: 'string',
          enum: ['open', 'paid'],
          default: 'open',
          description: 'Only these.',
          examples: ['open'],
        },
        since: { type: 'string', format: 'date', description: 'Since.' },
      },
      required: ['id'],
      additionalProperties: false,
    });
  });

  it('have names that models take, and that differ', async () => {
    const { reading, requests } = await planOpenApi(
      describing({
        parameters: [
          { name: 'id', in: 'query', schema: {} },
          { name: 'page[size]', in: 'query', schema: {} },
          { name: '$top', in: 'query', schema: {} },
        ],
      }),
    );
    const sent = requests.get(reading.operations[0].id)?.parameters;
    expect(sent?.map(({ argument, name }) => [argument, name])).toEqual([
      ['id', 'id'],
      ['page_size', 'page[size]'],
      ['top', '$top'],
      ['id_path', 'id'],
    ]);
  });

  it('are the properties of the body, where their names are free', async () => {
    const schema = {
      allOf: [
        {
          type: 'object',
          properties: { a: { type: 'string', nullable: true } },
        },
        { type: 'object', required: ['b'], properties: { b: {} } },
      ],
    };
    const rest = { method: 'post', path: '/x', document: { openapi: '3.0.3' } };
    const tool = await toolOf(withBody(schema), rest);
    expect(propertiesOf(tool).a.type).toEqual(['string', 'null']);
    expect(tool.inputSchema.required).toEqual(['b']);
    // A body that may be left out can't require a part of itself.
    const optional = await toolOf(withBody(schema, false), rest);
    expect(Object.keys(propertiesOf(optional))).toEqual(['body']);
    expect(optional.inputSchema.required).toBeUndefined();
    const taken = await toolOf(
      {
        ...withBody(schema),
        parameters: [{ name: 'a', in: 'query', schema: {} }],
      },
      rest,
    );
    expect(Object.keys(propertiesOf(taken))).toEqual(['a', 'body']);
  });

  it('leave out what only the API writes, and answers what only callers do', async () => {
    const schema = {
      type: 'object',
      required: ['id', 'name', 'password'],
      properties: {
        id: { type: 'string', readOnly: true },
        name: { type: 'string' },
        password: { type: 'string', writeOnly: true },
      },
    };
    const tool = await toolOf(
      { ...withBody(schema), responses: ok(schema) },
      { method: 'post', path: '/x' },
    );
    expect(Object.keys(propertiesOf(tool))).toEqual(['name', 'password']);
    expect(tool.inputSchema.required).toEqual(['name', 'password']);
    expect(tool.outputSchema).toMatchObject({ required: ['id', 'name'] });
    expect(JSON.stringify(tool.outputSchema)).not.toContain('password');
  });
});

describe('Answers', () => {
  const outputOf = async (responses: object) =>
    (await toolOf({ responses })).outputSchema;

  it('are objects for clients of every era', async () => {
    const thing = { type: 'object', properties: { a: { type: 'string' } } };
    expect(await outputOf(ok(thing))).toEqual(thing);
    expect(await outputOf(ok({ type: 'array', items: thing }))).toMatchObject({
      properties: { items: { type: 'array', items: thing } },
    });
    expect(await outputOf(ok({ type: 'integer' }))).toMatchObject({
      properties: { result: { type: 'integer' } },
    });
    expect(
      await outputOf({ ...ok(thing), 202: { description: 'Later' } }),
    ).toMatchObject({
      properties: { result: { anyOf: [thing, { type: 'null' }] } },
    });
    expect(await outputOf({ 204: { description: 'Done' } })).toMatchObject({
      properties: { status: { type: 'integer' } },
    });
    expect(
      await outputOf({ 200: { description: '', content: { 'text/csv': {} } } }),
    ).toMatchObject({ properties: { text: { type: 'string' } } });
  });

  it('may hold more than the document says', async () => {
    const schema = {
      type: 'object',
      additionalProperties: false,
      properties: { at: { type: 'string', format: 'date-time' } },
    };
    expect(await outputOf(ok(schema))).toEqual({
      type: 'object',
      properties: { at: { type: 'string' } },
    });
  });
});

describe('Problems', () => {
  it.each([
    [
      'a required body of another type',
      {
        requestBody: { required: true, content: { 'multipart/form-data': {} } },
      },
      /multipart\/form-data.*no tool/,
    ],
    [
      'an answer that is no text',
      { responses: { 200: { description: '', content: { 'image/png': {} } } } },
      /image\/png.*no tool/,
    ],
    [
      'a required cookie',
      { parameters: [{ name: 's', in: 'cookie', required: true, schema: {} }] },
      /cookie.*no tool/,
    ],
    [
      'a server of its own',
      { servers: [{ url: 'https://other.example.com' }] },
      /another address.*no tool/,
    ],
  ])('stand in the way of a tool: %s', async (_what, operation, problem) => {
    const read1 = await read(operation, { method: 'post' });
    expect(read1.tool).toBeUndefined();
    expect(read1.problems.join(' ')).toMatch(problem);
  });

  it.each([
    [
      'a cookie',
      { parameters: [{ name: 's', in: 'cookie', schema: {} }] },
      /cookie.*left out/,
    ],
    [
      'a header that says where a request ends',
      { parameters: [{ name: 'Content-Length', in: 'header', schema: {} }] },
      /must not set.*left out/,
    ],
    ['callbacks', { callbacks: { done: {} } }, /callbacks are left out/],
    ['a path parameter that nobody describes', {}, /\{id\} of the path/],
  ])('are told of a tool without it: %s', async (_what, operation, problem) => {
    const { tool, problems } = await read(operation);
    expect(tool).toBeDefined();
    expect(problems.join(' ')).toMatch(problem);
  });

  it('tell that there is no address, and of webhooks', async () => {
    const { problems } = await readOpenApi(
      describing({}, { document: { servers: [], webhooks: { x: {} } } }),
    );
    expect(problems.join(' ')).toMatch(/UPSTREAM_URL.*Webhooks are left out/);
  });
});

describe('planOpenApi', () => {
  it('finds where the API wants its key', async () => {
    const { apiKey } = await planOpenApi(
      describing(
        {},
        {
          document: {
            components: {
              securitySchemes: {
                login: { type: 'http', scheme: 'bearer' },
                key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
              },
            },
          },
        },
      ),
    );
    expect(apiKey).toEqual({ in: 'header', name: 'X-API-Key' });
  });

  it('keeps how a form is written', async () => {
    const { requests } = await planOpenApi(
      describing(
        {
          requestBody: {
            required: true,
            content: {
              'application/x-www-form-urlencoded': {
                schema: { type: 'object', properties: { a: {}, b: {} } },
                encoding: { b: { style: 'deepObject', explode: true } },
              },
            },
          },
        },
        { method: 'post', path: '/x' },
      ),
    );
    expect(requests.get('POST /x')?.body).toMatchObject({
      encoding: 'form',
      properties: [
        { name: 'a', style: 'form' },
        { name: 'b', style: 'deepObject' },
      ],
    });
  });
});
