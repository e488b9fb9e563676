import { writeFile } from 'node:fs/promises';

import { AuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Contract } from '@mcp-portal/mcp-contract';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

import { askAsInitiator, type Initiated } from '../../../access/askAsInitiator';
import { causeOf, withoutStack } from '../../../problems';
import { introspectNow, type IntrospectingRegistry } from '../introspectNow';
import { readContractFile } from '../readContractFile';
import { contractSnapshotExamples } from './contractSnapshotExamples';

const DEFAULT_TIMEOUT_SECONDS = 30;
const MAX_TIMEOUT_SECONDS = 300;
const POLL_INTERVAL_MS = 500;
/** What the last question may take after the time is over. */
const ANSWER_MS = 30_000;

interface Seen {
  sha256: string;
  contract: Pick<
    Contract,
    'tools' | 'prompts' | 'resources' | 'resourceTemplates'
  >;
}

/**
 * `mcp:contract:snapshot`: names the contract in a file, or that of a
 * registered server, by its SHA-256.
 */
export function createContractSnapshotAction(options: {
  auth: AuthService;
  registry: IntrospectingRegistry;
  pollIntervalMs?: number;
}) {
  const { auth, registry, pollIntervalMs = POLL_INTERVAL_MS } = options;

  async function takeOfFile(
    workspacePath: string,
    input: { path: string; write?: boolean },
  ): Promise<Seen> {
    const { snapshot, absolutePath } = await readContractFile(
      workspacePath,
      input.path,
    );
    if (input.write) {
      await writeFile(absolutePath, `${snapshot.canonicalJson}\n`);
    }
    return snapshot;
  }

  async function takeOfServer(
    initiated: Initiated,
    input: { serverRef: string; timeoutSeconds?: number },
  ): Promise<Seen> {
    const { timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = input;
    const { snapshot, contract } = await introspectNow(registry, {
      serverRef: input.serverRef,
      timeoutSeconds,
      pollIntervalMs,
      request: await askAsInitiator(auth, {
        initiated,
        pluginId: 'mcp-registry',
        timeoutMs: timeoutSeconds * 1_000 + ANSWER_MS,
      }),
    });
    return { sha256: snapshot, contract };
  }

  return createTemplateAction({
    id: 'mcp:contract:snapshot',
    description:
      'Takes the snapshot of a contract: of a file in the workspace, or of a registered server, which the portal asks now.',
    examples: contractSnapshotExamples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z
            .string()
            .max(500)
            .describe('A file of the workspace with a contract')
            .optional(),
        write: z =>
          z
            .boolean()
            .describe('Whether to write the file anew, in canonical form')
            .optional(),
        serverRef: z =>
          z
            .string()
            .max(200)
            .describe('Entity ref of a registered server; instead of a path')
            .optional(),
        timeoutSeconds: z =>
          z
            .number()
            .min(1)
            .max(MAX_TIMEOUT_SECONDS)
            .describe(
              `How long to wait for a server; ${DEFAULT_TIMEOUT_SECONDS} unless told`,
            )
            .optional(),
        optional: z =>
          z
            .boolean()
            .describe('Go on without a snapshot; `problem` says why then')
            .optional(),
      },
      output: {
        sha256: z => z.string().describe('Names the contract'),
        tools: z => z.number().describe('How many tools it has'),
        prompts: z => z.number().describe('How many prompts it has'),
        resources: z =>
          z.number().describe('How many resources and templates it has'),
        problem: z =>
          z.string().describe('Why there is no snapshot, when it is optional'),
      },
    },
    async handler(ctx) {
      const { path, write, serverRef, timeoutSeconds, optional } = ctx.input;
      if ((path === undefined) === (serverRef === undefined)) {
        throw withoutStack(
          new InputError('Give either path or serverRef, and not both.'),
        );
      }
      if (serverRef !== undefined && ctx.isDryRun) {
        const problem = `A dry run asks no server; the run would ask ${serverRef}.`;
        ctx.logger.info(problem);
        ctx.output('problem', problem);
        return;
      }
      let seen: Seen;
      try {
        seen =
          serverRef === undefined
            ? await takeOfFile(ctx.workspacePath, { path: path!, write })
            : await takeOfServer(ctx, { serverRef, timeoutSeconds });
      } catch (error) {
        if (!optional) {
          throw error;
        }
        ctx.logger.warn(`No contract for now: ${causeOf(error)}`);
        ctx.output('problem', causeOf(error));
        return;
      }
      const { tools, prompts, resources, resourceTemplates } = seen.contract;
      ctx.logger.info(
        `${serverRef ?? path}: ${tools.length} tools (${tools
          .map(({ name }) => name)
          .join(', ')}), contract ${seen.sha256.slice(0, 12)}`,
      );
      ctx.output('sha256', seen.sha256);
      ctx.output('tools', tools.length);
      ctx.output('prompts', prompts.length);
      ctx.output('resources', resources.length + resourceTemplates.length);
    },
  });
}
