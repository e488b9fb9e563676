import fc from 'fast-check';

/** Schemas as documents have them, with all that the reader must cope with. */
const { schema } = fc.letrec<{ schema: object }>(tie => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record(
      {
        type: fc.constantFrom('string', 'integer', 'number', 'boolean'),
        description: fc.string(),
        format: fc.constantFrom('date-time', 'int64', 'binary', 'made-up'),
        enum: fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 3 }),
        default: fc.jsonValue({ maxDepth: 1 }),
        example: fc.jsonValue({ maxDepth: 1 }),
        nullable: fc.boolean(),
        pattern: fc.constantFrom('^a+$', '[', '(?<x>y)', '\\p{L}'),
        minLength: fc.oneof(fc.nat(5), fc.constant(-1)),
        minimum: fc.oneof(fc.integer(), fc.constant('0')),
        readOnly: fc.boolean(),
        writeOnly: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        type: fc.constantFrom('object', ['object', 'null']),
        properties: fc.dictionary(nameOf(), tie('schema'), { maxKeys: 3 }),
        required: fc.array(nameOf(), { maxLength: 3 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
        title: fc.string(),
      },
      { requiredKeys: ['properties'] },
    ),
    fc.record(
      { type: fc.constant('array'), items: tie('schema') },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        allOf: fc.array(tie('schema'), { maxLength: 2 }),
        oneOf: fc.array(tie('schema'), { maxLength: 2 }),
        anyOf: fc.array(tie('schema'), { maxLength: 2 }),
        not: tie('schema'),
      },
      { requiredKeys: [] },
    ),
    fc.record({
      $ref: fc.constantFrom(
        '#/components/schemas/A',
        '#/components/schemas/B',
        '#/components/schemas/Missing',
        'other.yaml#/X',
      ),
    }),
  ),
}));

function nameOf() {
  return fc.oneof(
    fc.constantFrom('id', 'page', 'body', 'filter[name]', '$top', 'x-y'),
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('toString', 'constructor', '__proto__'),
  );
}

const parameter = fc.record(
  {
    name: nameOf(),
    in: fc.constantFrom('query', 'path', 'header', 'cookie'),
    required: fc.boolean(),
    description: fc.string(),
    style: fc.constantFrom('form', 'deepObject', 'simple', 'matrix'),
    explode: fc.boolean(),
    schema,
  },
  { requiredKeys: ['name', 'in'] },
);

const content = fc.dictionary(
  fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/plain',
    'application/vnd.api+json; charset=utf-8',
    'image/png',
  ),
  fc.record({ schema }, { requiredKeys: [] }),
  { maxKeys: 2 },
);

const operation = fc.record(
  {
    operationId: fc.oneof(
      fc.constantFrom('getThing', 'get-thing', 'GET_THING', '123'),
      fc.string(),
    ),
    summary: fc.string(),
    description: fc.string(),
    deprecated: fc.boolean(),
    tags: fc.array(fc.string(), { maxLength: 2 }),
    parameters: fc.array(parameter, { maxLength: 4 }),
    requestBody: fc.record(
      { required: fc.boolean(), content },
      { requiredKeys: ['content'] },
    ),
    responses: fc.dictionary(
      fc.constantFrom('200', '201', '204', '2XX', '404', 'default'),
      fc.record({ description: fc.string(), content }, { requiredKeys: [] }),
      { maxKeys: 3 },
    ),
  },
  { requiredKeys: ['responses'] },
);

/** OpenAPI documents with one operation at least. */
export const arbitraryDocument = fc.record({
  openapi: fc.constantFrom('3.0.3', '3.1.0'),
  info: fc.record({ title: fc.string(), version: fc.string() }),
  servers: fc.array(
    fc.record({
      url: fc.constantFrom('https://a.example.com/', '/v1', '{x}', 'ftp://b'),
    }),
    { maxLength: 2 },
  ),
  paths: fc.dictionary(
    fc.constantFrom('/things/{id}', '/things', '/', '/a/{b}/c/{d}'),
    fc.record(
      { get: operation, post: operation, delete: operation, put: operation },
      { requiredKeys: ['get'] },
    ),
    { minKeys: 1, maxKeys: 3 },
  ),
  components: fc.record({ schemas: fc.record({ A: schema, B: schema }) }),
});
