import { priya } from '../support/people';
import type { Api } from '../support/Api';
import { expect, test } from '../support/test';
import { ask, type Question } from './compareAnswers';
import { privateAssets, type PrivateAsset } from './privateAssets';

const endpoint = '/api/mcp-actions/v1';
const MISSING = 'no-such-thing';

type Call = (kind: PrivateAsset['kind'], name: string) => object;

/** The catalog's tools that read or touch an entity, with a call about one. */
const callsAboutEntities: Record<string, Call> = {
  'catalog.get-catalog-entity': (kind, name) => ({ kind, name }),
  'catalog.query-catalog-entities': (kind, name) => ({
    query: { kind, 'metadata.name': name },
  }),
  'catalog.refresh-catalog-entity': (kind, name) => ({
    kind,
    namespace: 'default',
    name,
  }),
};

/** The others, and why they can't tell about one. */
const toolsWithoutEntity: Record<string, string> = {
  'catalog.get-catalog-model-description': 'describes kinds, not entities',
  'catalog.validate-entity': 'checks what the caller sends',
  'catalog.register-entity': 'adds what the caller names',
  'catalog.unregister-entity': 'takes a location away, by its id or address',
};

const message = (method: string, params: object): Question => ({
  method: 'POST',
  path: endpoint,
  body: { jsonrpc: '2.0', id: 1, method, params },
  headers: { Accept: 'application/json, text/event-stream' },
});

test("every one of the portal's own tools has a case here", async ({
  apiAs,
}) => {
  const { text } = await ask(await apiAs(priya), message('tools/list', {}), []);
  const names = [...text.matchAll(/"name":"(catalog\.[a-z-]+)"/g)];
  expect(names.map(([, name]) => name).sort()).toEqual(
    [
      ...Object.keys(callsAboutEntities),
      ...Object.keys(toolsWithoutEntity),
    ].sort(),
  );
});

for (const [tool, argumentsFor] of Object.entries(callsAboutEntities)) {
  test(`an agent of an outsider that calls ${tool} can't tell a private entity from none`, async ({
    apiAs,
  }) => {
    for (const { kind, name, insiders, outsiders } of privateAssets) {
      const call = (api: Api, about: string) =>
        ask(
          api,
          message('tools/call', {
            name: tool,
            arguments: argumentsFor(kind, about),
          }),
          [name, MISSING],
        );
      for (const outsider of outsiders) {
        const api = await apiAs(outsider);
        const answer = await call(api, name);
        expect(answer.status, answer.text).toBe(200);
        expect(answer, `${outsider.name}: ${name}`).toEqual(
          await call(api, MISSING),
        );
      }
      for (const insider of insiders) {
        const api = await apiAs(insider);
        const answer = await call(api, name);
        expect(answer.text, insider.name).not.toContain('"isError":true');
        expect(answer, `${insider.name}: ${name}`).not.toEqual(
          await call(api, MISSING),
        );
      }
    }
  });
}
