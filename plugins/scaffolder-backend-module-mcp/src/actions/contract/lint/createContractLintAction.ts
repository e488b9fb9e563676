import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  checkConventions,
  type ConventionReport,
} from '@mcp-portal/mcp-contract';
import type { McpRegistryApi } from '@mcp-portal/plugin-mcp-registry-common';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';

import { askAsInitiator, type Request } from '../../../access/askAsInitiator';
import { asList, causeOf, withoutStack } from '../../../problems';
import { readContractFile } from '../readContractFile';
import { contractLintExamples } from './contractLintExamples';
import { describeFindings } from './describeFindings';
import { readConventions } from './readConventions';

const DEFAULT_MIN_SCORE = 100;
const MAX_FINDINGS = 1_000;

/**
 * `mcp:contract:lint`: how far a contract keeps the organisation's conventions;
 * stops below a score.
 */
export function createContractLintAction(options: {
  auth: AuthService;
  registry: Pick<McpRegistryApi, 'listConventions' | 'getConventions'>;
}) {
  const { auth, registry } = options;

  async function checkFile(
    file: { workspacePath: string; path: string },
    context: { request: Request; logger: LoggerService },
  ): Promise<ConventionReport> {
    const { snapshot } = await readContractFile(file.workspacePath, file.path);
    return checkConventions(
      { contract: snapshot.contract },
      await readConventions(registry, context),
      { maxFindings: MAX_FINDINGS },
    );
  }

  async function lookUp(
    serverRef: string,
    request: Request,
  ): Promise<ConventionReport> {
    const conventions = await registry.getConventions(serverRef, request);
    if (!conventions) {
      throw withoutStack(
        new ServiceUnavailableError(
          `${serverRef} was not checked yet, because it has never answered. Ask it first, with mcp:contract:snapshot.`,
        ),
      );
    }
    return conventions.report;
  }

  return createTemplateAction({
    id: 'mcp:contract:lint',
    description:
      "Checks how far a contract keeps the organisation's conventions, and stops when it does less than it should: of a file in the workspace, or of a registered server as the portal last saw it.",
    examples: contractLintExamples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z
            .string()
            .max(500)
            .describe('A file of the workspace with a contract')
            .optional(),
        serverRef: z =>
          z
            .string()
            .max(200)
            .describe('Entity ref of a registered server; instead of a path')
            .optional(),
        minScore: z =>
          z
            .number()
            .min(0)
            .max(100)
            .describe(`Stop below this score; ${DEFAULT_MIN_SCORE} unless told`)
            .optional(),
        optional: z =>
          z
            .boolean()
            .describe('Go on when there is nothing to check; without a score')
            .optional(),
      },
      output: {
        score: z => z.number().describe('0 to 100'),
        findings: z =>
          z
            .array(z.record(z.any()))
            .describe('Where a convention is not kept, the worst first'),
      },
    },
    async handler(ctx) {
      const { path, serverRef, optional } = ctx.input;
      const { minScore = DEFAULT_MIN_SCORE } = ctx.input;
      if ((path === undefined) === (serverRef === undefined)) {
        throw withoutStack(
          new InputError('Give either path or serverRef, and not both.'),
        );
      }
      if (serverRef !== undefined && ctx.isDryRun) {
        ctx.logger.info(
          `A dry run registers no server; the run would look ${serverRef} up.`,
        );
        return;
      }
      const request = await askAsInitiator(auth, {
        initiated: ctx,
        pluginId: 'mcp-registry',
      });
      let report: ConventionReport;
      try {
        report =
          serverRef === undefined
            ? await checkFile(
                { workspacePath: ctx.workspacePath, path: path! },
                { request, logger: ctx.logger },
              )
            : await lookUp(serverRef, request);
      } catch (error) {
        if (!optional) {
          throw error;
        }
        ctx.logger.warn(`Nothing to check for now: ${causeOf(error)}`);
        return;
      }

      const findings = describeFindings(report);
      const summary = `The contract keeps the conventions to ${report.score} of 100`;
      if (report.score < minScore) {
        throw withoutStack(
          new InputError(
            [
              `${summary}, and ${minScore} is asked for:`,
              ...asList(findings),
            ].join('\n'),
          ),
        );
      }
      ctx.logger.info(
        findings.length > 0
          ? [`${summary}. What could be better:`, ...asList(findings)].join(
              '\n',
            )
          : `${summary}.`,
      );
      ctx.output('score', report.score);
      // Interfaces are no JsonObject for the compiler, though they hold nothing else.
      ctx.output('findings', report.findings as unknown as JsonObject[]);
    },
  });
}
