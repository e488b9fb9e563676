import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

import { targetRepositoryInput } from '../targetRepositoryInput';
import {
  authorOf,
  LocalPublisher,
  type PublishServices,
} from './LocalPublisher';
import { repositoryPublishExamples } from './repositoryPublishExamples';

const MAX_MESSAGE_CHARS = 2_000;

/**
 * `mcp:repository:publish`: makes a local repository of the workspace.
 */
export function createRepositoryPublishAction(options: PublishServices) {
  const publisher = new LocalPublisher(options);
  return createTemplateAction({
    id: 'mcp:repository:publish',
    description:
      'Makes a bare git repository of the workspace, in a folder of the portal. No code host and no account is needed; the result can be cloned.',
    examples: repositoryPublishExamples,
    supportsDryRun: true,
    schema: {
      input: {
        repository: z =>
          targetRepositoryInput(z).describe(
            'Where the repository goes: what mcp:server:check gave',
          ),
        description: z =>
          z
            .string()
            .max(MAX_MESSAGE_CHARS)
            .describe('What it is for; shown on its page')
            .optional(),
        commitMessage: z =>
          z
            .string()
            .min(1)
            .max(MAX_MESSAGE_CHARS)
            .describe('Of the first commit')
            .optional(),
      },
      output: {
        remoteUrl: z => z.string().describe('A page that shows the repository'),
        repoContentsUrl: z => z.string().describe('A URL of its files'),
        catalogInfoUrl: z => z.string().describe('What catalog:register takes'),
        cloneUrl: z =>
          z.string().describe('What git clone takes: a path on this machine'),
        commitHash: z => z.string().describe('Of the first commit'),
      },
    },
    async handler(ctx) {
      const { repository, description, commitMessage } = ctx.input;
      await publisher.check(repository, await ctx.getInitiatorCredentials());
      ctx.output('remoteUrl', repository.url);
      ctx.output(
        'repoContentsUrl',
        `${repository.url}/blob/${repository.defaultBranch}`,
      );
      ctx.output('catalogInfoUrl', repository.catalogInfoUrl);
      if (ctx.isDryRun) {
        ctx.logger.info(
          `A dry run makes no repository; the run would make ${repository.url}`,
        );
        return;
      }
      const { cloneUrl, commitHash } = await publisher.publish(repository, {
        workspacePath: ctx.workspacePath,
        taskId: ctx.task.id,
        message: commitMessage ?? `Start ${repository.name} from its template`,
        description,
        author: authorOf(ctx.user ?? {}),
      });
      ctx.logger.info(`Made the repository ${repository.url}`);
      ctx.logger.info(`Get it with: git clone ${cloneUrl}`);
      ctx.output('cloneUrl', cloneUrl);
      ctx.output('commitHash', commitHash);
    },
  });
}
