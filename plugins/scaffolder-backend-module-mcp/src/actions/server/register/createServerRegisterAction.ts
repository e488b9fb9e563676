import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { SkeletonValues } from '@mcp-portal/plugin-mcp-templates-common';

import { askAsInitiator } from '../../../access/askAsInitiator';
import { withoutStack } from '../../../problems';
import { describeCreated } from './describeCreated';
import type { LocationServices } from './RegisteredLocation';
import { serverRegisterExamples } from './serverRegisterExamples';
import { waitInCatalog } from './waitInCatalog';
import { type AnnouncedTo, waitInRegistry } from './waitInRegistry';

const DEFAULT_TIMEOUT_SECONDS = 60;
const MAX_TIMEOUT_SECONDS = 600;
const POLL_INTERVAL_MS = 500;
/** What a last question may take after the time is over. */
const ANSWER_MS = 30_000;
const KINDS = ['api', 'component'];

/**
 * `mcp:server:register`: waits until the portal lists what was registered.
 */
export function createServerRegisterAction(
  options: LocationServices & {
    registry: AnnouncedTo;
    pollIntervalMs?: number;
  },
) {
  const { auth, registry, pollIntervalMs = POLL_INTERVAL_MS } = options;
  return createTemplateAction({
    id: 'mcp:server:register',
    description:
      "Waits until the catalog has a new server or agent, has the registry take it at once, and gives what the template's last page shows. Comes after catalog:register.",
    examples: serverRegisterExamples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string().max(200).describe('Of the new server or agent'),
        values: z =>
          z
            .record(z.any())
            .describe('What mcp:server:check gave; makes `created`')
            .optional(),
        cloneUrl: z =>
          z.string().max(2_000).describe('What git clone takes').optional(),
        language: z => z.enum(['typescript', 'python']).optional(),
        contract: z =>
          z
            .object({
              sha256: z.string().max(64).optional(),
              tools: z.number().optional(),
              score: z.number().optional(),
            })
            .describe('What is known of the contract')
            .optional(),
        timeoutSeconds: z =>
          z
            .number()
            .min(1)
            .max(MAX_TIMEOUT_SECONDS)
            .describe(
              `How long to wait in all; ${DEFAULT_TIMEOUT_SECONDS} unless told`,
            )
            .optional(),
      },
      output: {
        entityRef: z => z.string(),
        path: z => z.string().describe('Its page, below the portal'),
        created: z =>
          z.record(z.any()).describe('What the last page shows of it'),
      },
    },
    async handler(ctx) {
      const { entityRef, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = ctx.input;
      const path = pathOf(entityRef);
      // What another action of ours gave; the template only hands it on.
      const values = ctx.input.values as unknown as SkeletonValues | undefined;
      if (ctx.isDryRun) {
        ctx.logger.info(
          `A dry run registers nothing; the run would wait for ${entityRef}.`,
        );
      } else {
        const until = Date.now() + timeoutSeconds * 1_000;
        await waitInCatalog(options, {
          entityRef,
          catalogInfoUrl: values?.repository.catalogInfoUrl,
          credentials: await ctx.getInitiatorCredentials(),
          until,
          pollIntervalMs,
          logger: ctx.logger,
          signal: ctx.signal,
        });
        ctx.logger.info(`The catalog has ${entityRef}.`);
        await waitInRegistry(registry, {
          entityRef,
          request: await askAsInitiator(auth, {
            initiated: ctx,
            pluginId: 'mcp-registry',
            timeoutMs: until - Date.now() + ANSWER_MS,
          }),
          until,
          pollIntervalMs,
        });
        ctx.logger.info(`The portal lists it: ${path}`);
      }
      ctx.output('entityRef', entityRef);
      ctx.output('path', path);
      if (values) {
        const { cloneUrl, language, contract } = ctx.input;
        const created = describeCreated(values, {
          entityRef,
          cloneUrl: cloneUrl ?? values.repository.url,
          ...(language && { language }),
          ...(isWhole(contract) && { contract }),
        });
        // An interface is no JsonObject for the compiler, though it holds nothing else.
        ctx.output('created', created as unknown as JsonObject);
      }
    },
  });
}

function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  if (!KINDS.includes(kind)) {
    throw withoutStack(
      new InputError(
        `${entityRef} is neither a server nor an agent; give a ref like api:default/name or component:default/name.`,
      ),
    );
  }
  return `/catalog/${namespace}/${kind}/${name}`;
}

function isWhole(
  contract: { sha256?: string; tools?: number; score?: number } | undefined,
): contract is { sha256: string; tools: number; score: number } {
  return (
    contract?.sha256 !== undefined &&
    contract.tools !== undefined &&
    contract.score !== undefined
  );
}
