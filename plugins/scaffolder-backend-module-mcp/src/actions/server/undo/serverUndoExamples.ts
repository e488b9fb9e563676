import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const serverUndoExamples: TemplateExample[] = [
  {
    description: 'The last step of a template: nothing is left half-made',
    example: stringify({
      steps: [
        {
          id: 'undo',
          name: 'Take back what was made',
          if: '${{ failure() }}',
          action: 'mcp:server:undo',
          input: {
            repository: '${{ steps.check.output.repository }}',
            attempted: '${{ steps.lint.output.score !== undefined }}',
            commitHash:
              '${{ steps.local.output.commitHash or steps.github.output.commitHash or steps.gitlab.output.commitHash }}',
            entityRef: '${{ steps.check.output.entityRef }}',
          },
        },
      ],
    }),
  },
];
