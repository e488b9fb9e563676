import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtoExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
  type ReadableSpan,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node';
import type { CallPage } from '@mcp-portal/plugin-mcp-cost-common';
import type { Dependents } from '@mcp-portal/plugin-mcp-registry-common';
import { elif, priya } from './support/people';
import { portalUrl } from './support/portalUrl';
import { expect, test } from './support/test';
import { COST, day, whenUsed } from './support/usage';

/** Of Data Platform, and so is the server; the sample's agent calls it too. */
const AGENT = 'metrics-answers';
const SERVER = 'sequential-thinking';
const KEY = 'end to end, by page';

/** Runs of the same portal are told apart by it. */
const environment = `e2e-${Date.now()}`;
const calls = `from=${day(-1)}&to=${day(2)}&environment=${environment}`;

const SDK_SUCCEEDED = 0;

/** What an instrumented agent makes of a question that it answers with one tool call. */
function answerQuestion(): ReadableSpan[] {
  const memory = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': AGENT,
      'deployment.environment.name': environment,
    }),
    spanProcessors: [new SimpleSpanProcessor(memory)],
  });
  const tracer = provider.getTracer('end-to-end');
  const ofTool = {
    'gen_ai.tool.name': 'sequentialthinking',
    'mcp_portal.server': `api:default/${SERVER}`,
  };
  const within = (
    name: string,
    kind: SpanKind,
    attributes: Record<string, string | number>,
    then: () => void = () => {},
  ) =>
    tracer.startActiveSpan(name, { kind, attributes }, span => {
      then();
      span.setStatus({ code: SpanStatusCode.UNSET });
      span.end();
    });

  provider.register();
  within(
    'invoke_agent',
    SpanKind.INTERNAL,
    { 'gen_ai.agent.name': AGENT },
    () => {
      within('chat', SpanKind.CLIENT, {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': 'anthropic',
        'gen_ai.request.model': 'claude-sonnet-4-5',
        'gen_ai.usage.input_tokens': 1_000_000,
        'gen_ai.usage.output_tokens': 100_000,
      });
      // One call, as the agent, its MCP client and the server see it.
      within(
        'execute_tool sequentialthinking',
        SpanKind.INTERNAL,
        { 'gen_ai.operation.name': 'execute_tool', ...ofTool },
        () =>
          within(
            'tools/call sequentialthinking',
            SpanKind.CLIENT,
            { 'mcp.method.name': 'tools/call', ...ofTool },
            () =>
              within('tools/call sequentialthinking', SpanKind.SERVER, {
                'mcp.method.name': 'tools/call',
                ...ofTool,
              }),
          ),
      );
    },
  );
  trace.disable();
  return memory.getFinishedSpans();
}

const send = (exporter: SpanExporter, spans: ReadableSpan[]) =>
  new Promise<{ code: number; error?: Error }>(resolve => {
    exporter.export(spans, resolve);
  });

const exporters: Record<string, (key: string) => SpanExporter> = {
  'protobuf, packed with gzip': key => new ProtoExporter(optionsFor(key, true)),
  JSON: key => new JsonExporter(optionsFor(key, false)),
};

type ExporterOptions = NonNullable<
  ConstructorParameters<typeof ProtoExporter>[0]
>;

function optionsFor(key: string, packed: boolean): ExporterOptions {
  return {
    url: `${portalUrl}${COST}/v1/traces`,
    headers: { Authorization: `Bearer ${key}` },
    ...(packed && {
      compression: 'gzip' as ExporterOptions['compression'],
    }),
  };
}

test('OpenTelemetry’s own SDK and exporters deliver with a key made on the page, and each call counts once', async ({
  pageAs,
  apiAs,
}) => {
  test.setTimeout(150_000);
  await whenUsed(await apiAs(priya));
  const began = new Date().toISOString();
  const page = await pageAs(elif);
  await page.goto('/catalog/default/group/data-platform/mcp-cost');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(KEY);
  await page.getByRole('button', { name: 'Make it' }).click();
  const told = page.getByRole('dialog', { name: `The secret of ${KEY}` });
  const secret = await told
    .getByText(/^mcpk_[0-9a-f]{16}_[\w-]{43}$/)
    .innerText();
  await told.getByRole('checkbox', { name: 'I have put it away' }).check();
  await told.getByRole('button', { name: 'Done' }).click();

  const api = await apiAs(elif);
  const stored = () => api.read<CallPage>(`${COST}/calls?${calls}`);
  let questions = 0;
  for (const [form, exporterFor] of Object.entries(exporters)) {
    const spans = answerQuestion();
    const exporter = exporterFor(secret);
    for (const attempt of [1, 2, 3]) {
      expect(
        await send(exporter, spans),
        `${form}, attempt ${attempt}`,
      ).toMatchObject({ code: SDK_SUCCEEDED });
    }
    await exporter.shutdown();
    questions++;
    await expect
      .poll(async () => (await stored()).items.length, { message: form })
      .toBe(2 * questions);
  }
  for (const call of (await stored()).items) {
    expect(call).toMatchObject({
      teamRef: 'group:default/data-platform',
      agent: `component:default/${AGENT}`,
      environment,
      outcome: 'ok',
      sample: false,
      ...(call.kind === 'model-call'
        ? // A million tokens in at 3, a tenth of that out at 15.
          { model: 'claude-sonnet-4-5', costNanos: '4500000000' }
        : { serverRef: `api:default/${SERVER}`, tool: 'sequentialthinking' }),
    });
  }

  await page.goto(`/mcp-costs/calls?environment=${environment}`);
  const rows = page.getByRole('table', { name: 'Calls' }).getByRole('row');
  await expect(rows).toHaveCount(1 + 2 * questions);
  await expect(
    rows.filter({ hasText: 'claude-sonnet-4-5' }).first(),
  ).toContainText('$4.50');

  // The registry knows by it who really uses the server, and when.
  const dependents = await api.read<Dependents>(
    `/api/mcp-registry/servers/${SERVER}/dependents`,
  );
  await expect
    .poll(async () => {
      const { items } = await api.read<Dependents>(
        `/api/mcp-registry/servers/${SERVER}/dependents`,
      );
      return items.find(({ name }) => name === AGENT)?.lastSeen ?? '';
    })
    .toMatch(new RegExp(`^${began.slice(0, 10)}`));
  expect(dependents.items.map(({ name }) => name)).toContain(AGENT);

  await page.goto('/catalog/default/group/data-platform/mcp-cost');
  await page.getByRole('button', { name: `Actions for ${KEY}` }).click();
  await page.getByRole('menuitem', { name: 'Revoke…' }).click();
  await page.getByRole('button', { name: 'Revoke it' }).click();
  // It closes when the key is revoked; until then it hides what is behind it.
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(
    page.getByRole('button', { name: `Actions for ${KEY}` }),
  ).toHaveCount(0);
  const late = exporters.JSON(secret);
  expect((await send(late, answerQuestion())).code).not.toBe(SDK_SUCCEEDED);
  await late.shutdown();
  expect((await stored()).items).toHaveLength(2 * questions);
});
