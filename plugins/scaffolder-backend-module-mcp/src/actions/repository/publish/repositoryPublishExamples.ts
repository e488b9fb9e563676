import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const repositoryPublishExamples: TemplateExample[] = [
  {
    description: 'Publish the workspace where the portal itself keeps it',
    example: stringify({
      steps: [
        {
          id: 'local',
          name: 'Make the repository',
          if: "${{ steps.check.output.repository.type === 'local' }}",
          action: 'mcp:repository:publish',
          input: {
            repository: '${{ steps.check.output.repository }}',
            description: '${{ steps.check.output.values.purpose }}',
          },
        },
      ],
    }),
  },
  {
    description: 'With another message of the first commit',
    example: stringify({
      steps: [
        {
          id: 'local',
          action: 'mcp:repository:publish',
          input: {
            repository: '${{ steps.check.output.repository }}',
            commitMessage: 'Begin',
          },
        },
      ],
    }),
  },
];
