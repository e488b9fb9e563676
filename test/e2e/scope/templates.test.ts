import type { NameCheck } from '@mcp-portal/plugin-mcp-templates-common';
import { startTemplate, takeBack, whenEnded } from '../support/created';
import { operationsOf } from '../support/openApi';
import { amara, priya, yuki } from '../support/people';
import { expect, test } from '../support/test';
import { ask } from './compareAnswers';

const BASE = '/api/mcp-templates';
const NAME = 'complaint-drafts';
const MISSING = 'complaint-nothing';
const TEAM = 'customer-care';

/** By `METHOD path`, as the document of the templates names them. */
const operations = {
  'GET /names/{kind}/{name}': 'compared below',
  'GET /repositories/{team}/{name}': 'compared below',
  'GET /repositories/{team}/{name}/file': 'compared below',
  'GET /settings': 'tells of no server, agent or team',
  'POST /openapi': 'reads what the caller sends, or what anybody may read',
};

let task: string;
let cloneUrl: string;

test.beforeAll(async ({ apiAs }) => {
  test.setTimeout(90_000);
  const api = await apiAs(yuki);
  task = await startTemplate(api, 'mcp-server-typescript', {
    purpose: { text: 'Drafts answers to complaints of parcel customers.' },
    name: NAME,
    owner: `group:default/${TEAM}`,
    visibility: 'team',
    dataSensitivity: 'confidential',
  });
  const { status, log, created } = await whenEnded(api, task);
  expect(status, log).toBe('completed');
  cloneUrl = created!.repository.cloneUrl;
});

test.afterAll(async ({ apiAs }) => {
  await takeBack(await apiAs(priya), NAME, cloneUrl);
});

test('every operation of the templates has a case here', async ({ apiAs }) => {
  expect(await operationsOf(await apiAs(priya), BASE)).toEqual(
    Object.keys(operations).sort(),
  );
});

for (const path of [
  '',
  '/file?path=README.md',
  '/file?path=catalog-info.yaml',
  '/file?path=not-there',
]) {
  test(`a repository of what only a team may know of${path} is no repository to others`, async ({
    apiAs,
  }) => {
    const answer = async (person: typeof amara, name: string) =>
      ask(
        await apiAs(person),
        { method: 'GET', path: `${BASE}/repositories/${TEAM}/${name}${path}` },
        [name],
      );
    expect(await answer(amara, NAME)).toEqual(await answer(amara, MISSING));
    expect((await answer(amara, NAME)).status).toBe(404);
    if (path !== '/file?path=not-there') {
      expect((await answer(yuki, NAME)).status).toBe(200);
      expect((await answer(priya, NAME)).status).toBe(200);
    }
  });
}

test('a name that is taken is taken for everyone; by what, is told to who may see it', async ({
  apiAs,
}) => {
  const check = async (person: typeof amara) =>
    (await apiAs(person)).read<NameCheck>(`${BASE}/names/server/${NAME}`);
  expect(await check(yuki)).toMatchObject({
    available: false,
    takenBy: { entityRef: `api:default/${NAME}` },
  });
  const told = await check(amara);
  expect(told.available).toBe(false);
  expect(told.takenBy).toBeUndefined();
  expect(JSON.stringify(told)).not.toMatch(/customer|care|yuki/i);
});

test('a run of a template is its own person’s', async ({ apiAs }) => {
  const path = `/api/scaffolder/v2/tasks/${task}`;
  const [yukis, amaras, priyas] = await Promise.all(
    [yuki, amara, priya].map(apiAs),
  );
  for (const rest of ['', '/events', '/eventstream']) {
    expect((await amaras.get(path + rest)).status(), rest).toBe(403);
  }
  for (const action of ['/cancel', '/retry']) {
    expect((await amaras.post(path + action, {})).status()).toBe(403);
  }
  expect((await yukis.get(path)).status()).toBe(200);
  expect((await priyas.get(path)).status()).toBe(200);
  const idsOf = async (api: typeof yukis) =>
    (
      await api.read<{ tasks: { id: string }[] }>('/api/scaffolder/v2/tasks')
    ).tasks.map(({ id }) => id);
  expect(await idsOf(yukis)).toContain(task);
  expect(await idsOf(amaras)).not.toContain(task);
});

test('nobody makes something for a team that is not theirs', async ({
  apiAs,
}) => {
  const api = await apiAs(amara);
  const id = await startTemplate(api, 'mcp-server-typescript', {
    purpose: { text: 'Drafts answers to letters of parcel customers.' },
    name: 'letter-drafts',
    owner: `group:default/${TEAM}`,
    visibility: 'team',
    dataSensitivity: 'internal',
  });
  const { status, log } = await whenEnded(api, id);
  expect(status).toBe('failed');
  expect(log).toMatch(/you are not a member|not one of your teams|belong/i);
});

test('only platform admins try templates of their own making', async ({
  apiAs,
}) => {
  const body = {
    template: {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'mine' },
      spec: { type: 'x', owner: 'group:default/payments', steps: [] },
    },
    values: {},
    directoryContents: [],
  };
  const api = await apiAs(amara);
  const answer = await api.post('/api/scaffolder/v2/dry-run', body);
  expect(answer.status()).toBe(403);
});
