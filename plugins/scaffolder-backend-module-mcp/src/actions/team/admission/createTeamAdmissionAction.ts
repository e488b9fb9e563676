import { AuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError, ResponseError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Admission, McpCostApi } from '@mcp-portal/plugin-mcp-cost-common';

import { askAsInitiator, type Initiated } from '../../../access/askAsInitiator';
import { causeOf, withoutStack } from '../../../problems';
import { teamAdmissionExamples } from './teamAdmissionExamples';

// Not by the status: where costs are not installed, all is 404.
const REFUSALS = ['NotAllowedError', 'NotFoundError'];

/**
 * `mcp:team:admission`: stops new work of a team whose budget is used up.
 */
export function createTeamAdmissionAction(options: {
  auth: AuthService;
  costs: Pick<McpCostApi, 'getAdmission'>;
  /** `app.baseUrl`: where people ask for more. */
  portalUrl: string;
}) {
  const { auth, costs, portalUrl } = options;

  async function ask(
    team: string,
    initiated: Initiated,
  ): Promise<Admission | { unanswered: string }> {
    try {
      return await costs.getAdmission(
        team,
        await askAsInitiator(auth, { initiated, pluginId: 'mcp-cost' }),
      );
    } catch (error) {
      if (
        error instanceof ResponseError &&
        REFUSALS.includes(error.cause.name)
      ) {
        // An answer, and no trouble of the portal's: nobody starts work for a
        // team that is not theirs.
        throw withoutStack(
          new NotAllowedError(
            `You can't start work for ${team}: ${causeOf(
              error,
            )}. Choose a team that you belong to.`,
          ),
        );
      }
      return { unanswered: causeOf(error) };
    }
  }

  return createTemplateAction({
    id: 'mcp:team:admission',
    description:
      'Asks whether a team may start new work, and stops when its budget of this month is used up. When nobody can tell, it goes on and says so.',
    examples: teamAdmissionExamples,
    supportsDryRun: true,
    schema: {
      input: {
        team: z => z.string().max(200).describe('Entity ref of the team'),
      },
      output: {
        level: z =>
          z
            .enum(['good', 'attention', 'problem', 'unknown'])
            .describe('How the team stands with its budget'),
        message: z => z.string().describe('One sentence for people'),
      },
    },
    async handler(ctx) {
      const { team } = ctx.input;
      const answer = await ask(team, ctx);
      if ('unanswered' in answer) {
        const message = `Nobody could tell how ${team} stands with its budget, so new work is let in: ${answer.unanswered}`;
        ctx.logger.warn(message);
        ctx.output('level', 'unknown');
        ctx.output('message', message);
        return;
      }
      if (!answer.admitted) {
        throw withoutStack(
          new NotAllowedError(
            `${answer.message} Its budget, and where to ask for more: ${portalUrl}${answer.askAt}`,
          ),
        );
      }
      if (['attention', 'problem'].includes(answer.level)) {
        ctx.logger.warn(answer.message);
      } else {
        ctx.logger.info(answer.message);
      }
      ctx.output('level', answer.level);
      ctx.output('message', answer.message);
    },
  });
}
