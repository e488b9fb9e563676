import { setTimeout as delay } from 'node:timers/promises';

import { AGENT, runRound } from './agent/runRound';
import type { AgentOptions } from './readOptions';
import { connectServers } from './servers/connectServers';
import { reportRefusals } from './telemetry/reportRefusals';
import { startTelemetry } from './telemetry/startTelemetry';

/**
 * Runs the agent until its rounds are over or it is asked to stop, and says what
 * it does.
 *
 * @returns the exit code
 */
export async function runAgent(
  { rounds, pauseMs }: AgentOptions,
  options: {
    portalUrl: string;
    /** A service key with the scope `ingest`. */
    key: string;
    /** A Backstage token, for the portal's own actions. */
    portalToken?: string;
    signal: AbortSignal;
    say: (line: string) => void;
  },
): Promise<number> {
  const { portalUrl, key, signal, say } = options;
  reportRefusals(say);
  const telemetry = startTelemetry({
    url: `${portalUrl}/api/mcp-cost/v1/traces`,
    key,
    serviceName: AGENT.name,
    environment: 'development',
  });
  const servers = await connectServers({
    ...options,
    onMissing: (name, reason) => say(`  without ${name}: ${reason}`),
  });
  try {
    say(
      `  calls ${servers.connected
        .map(({ name }) => name)
        .join(', ')}; traces go to ${portalUrl}`,
    );
    for (
      let round = 1;
      !signal.aborted && (rounds === 0 || round <= rounds);
      round++
    ) {
      const { calls, errors } = await runRound({
        round,
        tracer: telemetry.tracer,
        servers: servers.connected,
        folder: servers.folder,
        signal,
      });
      say(`  round ${round}: ${calls} calls, ${errors} of them failed`);
      if (round !== rounds) {
        await delay(pauseMs, undefined, { signal }).catch(() => {});
      }
    }
  } finally {
    await servers.close();
    await telemetry.stop();
  }
  const { sent, failed, problem } = telemetry.exporter;
  say(
    `  ${sent} spans were taken by the portal${
      failed ? `, ${failed} were not: ${problem?.message}` : ''
    }.`,
  );
  if (sent > 0) {
    say(
      `  See ${portalUrl}/mcp-costs: its calls are those of Platform Engineering.`,
    );
  }
  return failed > 0 ? 1 : 0;
}
