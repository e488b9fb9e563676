import type {
  OperationRequest,
  RequestParameter,
} from '@mcp-portal/plugin-mcp-templates-node';
import fc from 'fast-check';

import { loadUpstream } from './__testUtils__/loadUpstream';
import { expectedRequest } from './code/expectedRequest';

const BASE = new URL('https://api.example.com/base/v1');

const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.boolean(),
);
const values = fc.oneof(
  scalar,
  fc.array(scalar, { minLength: 1, maxLength: 3 }),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), scalar, {
    minKeys: 1,
    maxKeys: 3,
  }),
);

const query = fc.record({
  style: fc.constantFrom(
    'form' as const,
    'spaceDelimited' as const,
    'pipeDelimited' as const,
    'deepObject' as const,
    'json' as const,
  ),
  explode: fc.boolean(),
  value: values,
});

/** An operation with path parameters and query parameters, and its arguments. */
const call = fc
  .record({
    path: fc.array(
      scalar.filter(value => !['', '.', '..'].includes(String(value))),
      { maxLength: 3 },
    ),
    query: fc.array(query, { maxLength: 3 }),
    // As it arrives: JSON has no -0.
    body: fc.option(
      fc.jsonValue().map(value => JSON.parse(JSON.stringify(value))),
      { nil: undefined },
    ),
  })
  .map(({ path, query: pairs, body }) => {
    const inPath = path.map(
      (_value, index): RequestParameter => ({
        argument: `p${index}`,
        name: `p[${index}]`,
        in: 'path',
        style: 'simple',
        explode: false,
      }),
    );
    const inQuery = pairs.map(
      ({ style, explode }, index): RequestParameter => ({
        argument: `q${index}`,
        name: `q[${index}]`,
        in: 'query',
        style,
        explode: style === 'deepObject' || explode,
      }),
    );
    const request: OperationRequest = {
      method: 'POST',
      path: `/x${inPath.map(({ name }) => `/{${name}}`).join('')}/y`,
      parameters: [...inPath, ...inQuery],
      body: {
        mediaType: 'application/json',
        encoding: 'json',
        required: false,
        argument: 'body',
      },
      answer: 'object',
    };
    const input = {
      ...Object.fromEntries(path.map((value, index) => [`p${index}`, value])),
      ...Object.fromEntries(
        pairs.map(({ value }, index) => [`q${index}`, value]),
      ),
      ...(body !== undefined && { body }),
    };
    return { request, input };
  });

describe('What generated servers send', () => {
  const { writeRequest } = loadUpstream();

  it('holds the values of the arguments, and goes to the operation', () => {
    fc.assert(
      fc.property(call, ({ request, input }) => {
        const written = writeRequest(request, input, BASE);
        const expected = expectedRequest(request, input);
        const { origin, pathname, searchParams, hash } = written.url;
        expect([origin, hash]).toEqual([BASE.origin, '']);
        expect(pathname.split('/')).toHaveLength(
          `${BASE.pathname}${request.path}`.split('/').length,
        );
        expect(decodeURIComponent(pathname)).toBe(
          `${BASE.pathname}${expected.path}`,
        );
        expect([...searchParams]).toEqual(expected.query ?? []);
        expect(written.body && JSON.parse(written.body)).toEqual(expected.body);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never leaves the operation, whatever an argument holds', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '.',
          '/',
          '\\',
          '%2e',
          '%2F',
          '?',
          '#',
          '@',
          ':',
          ';',
          '\t',
          'a',
        ),
        { maxLength: 6 },
      )
      .map(parts => parts.join(''));
    const request: OperationRequest = {
      method: 'GET',
      path: '/x/{p}/y',
      parameters: [
        {
          argument: 'p',
          name: 'p',
          in: 'path',
          style: 'simple',
          explode: false,
        },
      ],
      answer: 'object',
    };
    const placeOf = (p: string) => {
      try {
        const { url } = writeRequest(request, { p }, BASE);
        const segments = url.pathname.split('/');
        // Whatever p became is one segment.
        segments.splice(4, 1);
        return [url.origin, ...segments, url.search + url.hash];
      } catch (error) {
        return (error as Error).name;
      }
    };
    fc.assert(
      fc.property(hostile, p => {
        expect(placeOf(p)).toEqual(
          ['', '.', '..'].includes(p)
            ? 'ToolError'
            : [BASE.origin, '', 'base', 'v1', 'x', 'y', ''],
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
