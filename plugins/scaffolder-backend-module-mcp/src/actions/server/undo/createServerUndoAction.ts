import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

import { targetRepositoryInput } from '../../repository/targetRepositoryInput';
import { serverUndoExamples } from './serverUndoExamples';
import { Undoing, type UndoServices } from './Undoing';

/**
 * `mcp:server:undo`: takes back what a failed task made, or says what to remove.
 */
export function createServerUndoAction(options: UndoServices) {
  return createTemplateAction({
    id: 'mcp:server:undo',
    description:
      'Takes back what this task made, after one of its steps failed: its local repository, and its location in the catalog. Of what is on a code host it says what to remove. Nothing that was there before is touched.',
    examples: serverUndoExamples,
    supportsDryRun: true,
    schema: {
      input: {
        repository: z =>
          targetRepositoryInput(z)
            .describe('What mcp:server:check gave; without it there is nothing')
            .optional(),
        attempted: z =>
          z
            .boolean()
            .describe(
              'Whether the publishing step was come to; true if left out',
            )
            .optional(),
        commitHash: z =>
          z.string().max(100).describe('Of what was published').optional(),
        entityRef: z =>
          z.string().max(200).describe('Of what was to be made').optional(),
      },
      output: {
        removed: z => z.array(z.string()).describe('What was taken back'),
        toRemove: z =>
          z
            .array(z.object({ what: z.string(), url: z.string() }))
            .describe('What is left to be removed by hand'),
      },
    },
    async handler(ctx) {
      const { repository, attempted = true } = ctx.input;
      const { commitHash, entityRef } = ctx.input;
      const undoing = new Undoing(options, ctx.logger);
      if (ctx.isDryRun) {
        ctx.logger.info('A dry run made nothing; there is nothing to undo.');
      } else if (repository) {
        await undoing.undo(
          { repository, attempted, commitHash, entityRef, taskId: ctx.task.id },
          () => ctx.getInitiatorCredentials(),
        );
      }
      const { removed, toRemove } = undoing;
      if (!ctx.isDryRun && toRemove.length === 0) {
        ctx.logger.info(
          'Nothing is left of this try. Set right what failed, and start again.',
        );
      }
      ctx.output('removed', removed);
      ctx.output('toRemove', toRemove);
    },
  });
}
