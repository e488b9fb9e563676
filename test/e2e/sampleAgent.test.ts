import type { CallPage } from '@mcp-portal/plugin-mcp-cost-common';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { amara, priya } from './support/people';
import { portalUrl } from './support/portalUrl';
import { makeKey, revokeKey } from './support/serviceKeys';
import { expect, test } from './support/test';

const PACKAGE = join(__dirname, '..', '..', 'packages', 'sample-agent');
const AGENT = 'component:default/sample-agent';

/** Runs the agent, which has OpenTelemetry's own SDK and exporter. */
function runAgent(key: string): Promise<{ code: number; said: string }> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join('src', 'main.ts'),
        '--rounds',
        '1',
      ],
      {
        cwd: PACKAGE,
        env: {
          PATH: process.env.PATH,
          PORTAL_URL: portalUrl,
          PORTAL_API_TOKEN: process.env.PORTAL_API_TOKEN,
          SAMPLE_AGENT_KEY: key,
        },
      },
      (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

test('a real agent calls real servers, and its calls are there, each once', async ({
  apiAs,
}) => {
  test.setTimeout(180_000);
  const admin = await apiAs(priya);
  const day = 24 * 60 * 60 * 1000;
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const query = `from=${dayOf(Date.now() - day)}&to=${dayOf(
    Date.now() + day,
  )}&agent=${encodeURIComponent(AGENT)}&limit=200`;
  const calls = async (api = admin) =>
    (await api.read<CallPage>(`/api/mcp-cost/calls?${query}`)).items;
  const before = (await calls()).length;

  const key = await makeKey(admin, 'platform-engineering', 'ingest');
  const { code, said } = await runAgent(key.secret);
  await revokeKey(admin, key);
  expect(said).toContain('spans were taken by the portal');
  expect(code).toBe(0);
  const [, made, failed] = /round 1: (\d+) calls, (\d+) of them failed/.exec(
    said,
  )!;

  await expect
    .poll(async () => (await calls()).length - before)
    .toBe(Number(made));
  const newest = (await calls()).slice(0, Number(made));
  expect(new Set(newest.map(({ serverRef }) => serverRef))).toEqual(
    new Set([
      'api:default/everything',
      'api:default/workspace-files',
      'api:default/knowledge-graph',
      'api:default/sequential-thinking',
      'api:default/portal-actions',
    ]),
  );
  expect(newest.filter(({ outcome }) => outcome === 'error')).toHaveLength(
    Number(failed),
  );
  for (const call of newest) {
    expect(call).toMatchObject({
      teamRef: 'group:default/platform-engineering',
      environment: 'development',
      kind: 'tool-call',
    });
  }
  // Another team neither pays for them nor owns all of these servers.
  expect(await calls(await apiAs(amara))).toEqual([]);

  const again = await runAgent(key.secret);
  expect(again.code).toBe(1);
  expect(again.said).toContain('0 spans were taken');
});
