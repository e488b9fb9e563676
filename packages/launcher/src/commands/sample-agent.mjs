import { join } from 'node:path';
import { dataFolderOf, runningPortal } from '../dataFolder.mjs';
import { Failure } from '../failure.mjs';
import { ensureDependencies } from '../install.mjs';
import { readSampleAgentKey } from '../sampleAgentKey.mjs';
import { transformArguments } from '../transform.mjs';

/** Runs the sample agent against the portal that runs with the same data folder. */
export async function run({ root, args, phases, processes }) {
  const dataFolder = dataFolderOf(root);
  const portal = await runningPortal(dataFolder);
  if (!portal) {
    throw new Failure(
      `No portal runs with the data in ${dataFolder}. Run "npm start" in another terminal first, with the same MCP_PORTAL_DATA.`,
    );
  }
  const key = await readSampleAgentKey(dataFolder);
  if (!key) {
    throw new Failure(
      `The portal at ${portal.url} has no key for the sample agent. Stop it, and run "npm start" again: it makes one.`,
    );
  }
  await ensureDependencies({ root, phases, processes });
  phases.say('\n  The sample agent');
  const { code } = await processes.run({
    name: 'The sample agent',
    command: process.execPath,
    args: [
      ...transformArguments(root),
      'src/main.ts',
      ...args.filter(arg => arg !== '--'),
    ],
    cwd: join(root, 'packages', 'sample-agent'),
    env: {
      ...process.env,
      PORTAL_URL: portal.backendUrl ?? portal.url,
      SAMPLE_AGENT_KEY: key,
    },
  });
  return code ?? 1;
}
