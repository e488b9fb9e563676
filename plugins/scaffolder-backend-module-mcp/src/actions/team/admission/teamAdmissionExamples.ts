import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const teamAdmissionExamples: TemplateExample[] = [
  {
    description:
      "Stop before anything is made when the team's budget is used up",
    example: stringify({
      steps: [
        {
          id: 'admission',
          name: "Ask whether the team's budget allows new work",
          action: 'mcp:team:admission',
          input: { team: 'group:default/payments' },
        },
      ],
    }),
  },
];
