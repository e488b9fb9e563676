import {
  Client,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import type { JsonValue } from '@mcp-portal/mcp-contract';
import type {
  OpenApiOperation,
  OpenApiReading,
} from '@mcp-portal/plugin-mcp-templates-common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bodyOf } from './support/Api';
import { ApiStub, fullExample, type SeenCall } from './support/apiStub';
import { startTemplate, takeBack, whenEnded } from './support/created';
import { priya, yuki } from './support/people';
import { freePort, Project } from './support/projects';
import { expect, test } from './support/test';

/** The Netlify API: a real one; its README says where it is from. */
const DOCUMENT = join(__dirname, '../fixtures/openapi/netlify.yaml');
const NAME = 'site-publishing';
const CREDENTIAL = 'Bearer stub-credential-of-the-server';

let project: Project | undefined;
let stub: ApiStub | undefined;
let cloneUrl: string | undefined;

test.afterAll(async ({ apiAs }) => {
  await project?.remove();
  await stub?.stop();
  await takeBack(await apiAs(priya), NAME, cloneUrl);
});

test('an OpenAPI document of a real API becomes a server whose tools call it rightly', async ({
  apiAs,
}) => {
  test.setTimeout(600_000);
  const api = await apiAs(yuki);
  const document = await readFile(DOCUMENT, 'utf8');
  let operations: OpenApiOperation[] = [];

  await test.step('the form shows what its operations become', async () => {
    const reading = await bodyOf<OpenApiReading>(
      await api.post('/api/mcp-templates/openapi', { document }),
    );
    operations = reading.operations.filter(({ tool }) => tool);
    expect(reading.operations).toHaveLength(78);
    // The one that takes the bytes of a file.
    expect(operations).toHaveLength(77);
  });

  await test.step('the template makes a server of them', async () => {
    const task = await startTemplate(api, 'mcp-server-typescript', {
      purpose: { text: 'Publishes the web sites of parcel customers.' },
      name: NAME,
      owner: 'group:default/customer-care',
      visibility: 'team',
      dataSensitivity: 'internal',
      openapi: {
        source: { document },
        operations: operations.map(({ id }) => id),
      },
    });
    const { status, log, created } = await whenEnded(api, task);
    expect(status, log).toBe('completed');
    expect(created!.contract).toMatchObject({ tools: 77, score: 100 });
    cloneUrl = created!.repository.cloneUrl;
  });

  await test.step('it installs, and passes its own tests and lint', async () => {
    project = await Project.clone(cloneUrl!);
    for (const args of [['ci'], ['test'], ['run', 'lint']]) {
      const { code, said } = await project.run('npm', args);
      expect(code, said).toBe(0);
    }
  });

  stub = await ApiStub.start(DOCUMENT);
  const port = await freePort();
  await project!.start('npm', ['start'], {
    env: {
      PORT: String(port),
      UPSTREAM_URL: stub.url,
      UPSTREAM_AUTHORIZATION: CREDENTIAL,
    },
    until: `http://127.0.0.1:${port}/healthz`,
  });
  const { wrong, called } = await callAll(port, stub, operations);
  test.info().annotations.push({
    type: 'tools of the Netlify API',
    description: `${called} called, ${wrong.length} wrong`,
  });
  expect(wrong).toEqual([]);
  expect(called).toBe(77);
});

/** Calls every tool, and says where the API saw or the caller got another thing. */
async function callAll(
  port: number,
  { seen }: ApiStub,
  operations: OpenApiOperation[],
) {
  const client = new Client(
    { name: 'e2e', version: '1.0.0' },
    { versionNegotiation: { mode: 'auto' } },
  );
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)),
  );
  const { tools } = await client.listTools();
  const wrong: object[] = [];
  for (const { name, inputSchema } of tools) {
    const input = fullExample(inputSchema) as { [name: string]: JsonValue };
    seen.length = 0;
    const result = await client.callTool({ name, arguments: input });
    const [call, ...more] = seen;
    const expected = operations.find(({ tool }) => tool?.name === name)?.id;
    const isRight =
      call !== undefined &&
      more.length === 0 &&
      !result.isError &&
      call.operation === expected &&
      call.authorization === CREDENTIAL &&
      isSame(argumentsOf(call, input), input) &&
      isAnswer(result.structuredContent, call.answer);
    if (!isRight) {
      wrong.push({ name, input, seen: [...seen], result });
    }
  }
  await client.close();
  return { wrong, called: tools.length };
}

/** What the API saw, by the names of the arguments that should have said it. */
function argumentsOf(
  { path, query, body }: SeenCall,
  input: { [name: string]: JsonValue },
) {
  const inAddress = { ...path, ...query };
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const text = inAddress[name];
      if (text !== undefined) {
        // All in an address is text.
        return [name, String(value) === text ? value : text];
      }
      return [
        name,
        name === 'body'
          ? body
          : (body as { [name: string]: JsonValue })?.[name],
      ];
    }),
  );
}

/** The answer itself, or what it is wrapped in. */
function isAnswer(content: unknown, answer: JsonValue | undefined): boolean {
  if (answer === undefined) {
    return typeof (content as { status?: unknown })?.status === 'number';
  }
  const { items, result } = (content ?? {}) as {
    items?: unknown;
    result?: unknown;
  };
  return [content, items, result].some(value => isSame(value, answer));
}

function isSame(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}
