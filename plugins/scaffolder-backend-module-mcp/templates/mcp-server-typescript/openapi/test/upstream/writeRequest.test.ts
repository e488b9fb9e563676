import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Operation, Parameter } from '../../src/upstream/Operation.js';
import { writeRequest } from '../../src/upstream/writeRequest.js';

const BASE = new URL('https://api.example.com/v1/');

const operation = (
  parameters: Partial<Parameter>[],
  rest: Partial<Operation> = {},
): Operation => ({
  method: 'GET',
  path: '/files/{name}/lines',
  answer: 'object',
  ...rest,
  parameters: parameters.map(parameter => ({
    argument: parameter.name ?? '',
    name: '',
    in: 'query',
    style: 'form',
    explode: true,
    ...parameter,
  })),
});

const inPath: Partial<Parameter> = {
  name: 'name',
  in: 'path',
  style: 'simple',
};

const searchOf = (parameter: Partial<Parameter>, value: unknown) =>
  writeRequest(operation([parameter], { path: '/x' }), { a: value }, BASE).url
    .search;

describe('A request', () => {
  it('keeps an argument inside its part of the address', () => {
    for (const name of ['a/b', '../x', 'a?b#c', 'ü %2e', '\\', 'a;b']) {
      const { url } = writeRequest(operation([inPath]), { name }, BASE);
      const [, version, files, written, lines, ...rest] =
        url.pathname.split('/');
      assert.deepEqual(
        [version, files, lines, rest],
        ['v1', 'files', 'lines', []],
      );
      assert.equal(decodeURIComponent(written ?? ''), name);
      assert.equal(url.host, 'api.example.com');
      assert.equal(url.search + url.hash, '');
    }
  });

  it('refuses what would mean another operation', () => {
    for (const name of ['.', '..', '', undefined]) {
      assert.throws(() => writeRequest(operation([inPath]), { name }, BASE), {
        name: 'ToolError',
      });
    }
  });

  it('writes lists and objects in the style that the API names', () => {
    const list = ['x', 'y z'];
    const object = { b: 1, c: ['d'] };
    assert.equal(searchOf({ name: 'a' }, list), '?a=x&a=y%20z');
    assert.equal(searchOf({ name: 'a', explode: false }, list), '?a=x%2Cy%20z');
    assert.equal(
      searchOf({ name: 'a', style: 'pipeDelimited', explode: false }, list),
      '?a=x%7Cy%20z',
    );
    assert.equal(searchOf({ name: 'a' }, { b: 1 }), '?b=1');
    assert.equal(
      searchOf({ name: 'a', style: 'deepObject' }, object),
      '?a%5Bb%5D=1&a%5Bc%5D%5B0%5D=d',
    );
    assert.equal(
      searchOf({ name: 'a', style: 'json' }, object),
      `?a=${encodeURIComponent(JSON.stringify(object))}`,
    );
    assert.equal(searchOf({ name: 'a' }, undefined), '');
  });

  it('takes no more than one line of a header', () => {
    const header = operation([{ name: 'a', in: 'header', style: 'simple' }], {
      path: '/x',
    });
    assert.equal(
      writeRequest(header, { a: ['x', 1] }, BASE).headers.get('a'),
      'x,1',
    );
    assert.throws(() => writeRequest(header, { a: 'x\r\nb: c' }, BASE), {
      name: 'ToolError',
    });
  });

  it('has a body of the arguments that are given', () => {
    const body = (required: boolean, input: object) =>
      writeRequest(
        operation([], {
          method: 'POST',
          path: '/x',
          body: {
            mediaType: 'application/json',
            encoding: 'json',
            required,
            properties: [
              { name: 'a', style: 'form' },
              { name: 'b', style: 'form' },
            ],
          },
        }),
        { ...input },
        BASE,
      ).body;
    assert.equal(body(true, { b: null, c: 1 }), '{"b":null}');
    assert.equal(body(true, {}), '{}');
    assert.equal(body(false, {}), undefined);
  });

  it('writes forms', () => {
    const { body, headers } = writeRequest(
      operation([], {
        method: 'POST',
        path: '/x',
        body: {
          mediaType: 'application/x-www-form-urlencoded',
          encoding: 'form',
          required: true,
          properties: [
            { name: 'a', style: 'form' },
            { name: 'b', style: 'deepObject' },
          ],
        },
      }),
      { a: 'x&y', b: { c: true } },
      BASE,
    );
    assert.equal(body, 'a=x%26y&b%5Bc%5D=true');
    assert.equal(
      headers.get('content-type'),
      'application/x-www-form-urlencoded',
    );
  });
});
