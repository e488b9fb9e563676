import { quote } from '../../diff/quote';
import { defineConvention } from '../CheckedConvention';
import { NO_TOOLS } from '../reasons';

/** That each tool says what it returns. */
export const outputSchema = defineConvention({
  convention: {
    id: 'output-schema',
    title: 'Every tool says what it returns',
    severity: 'info',
    why: 'Without an output schema nobody can rely on the result, and no change of it is noticed.',
    fix: 'Declare `outputSchema`, and return `structuredContent` that follows it.',
    options: {},
  },
  check({ contract: { tools } }) {
    return tools.length === 0
      ? { skipped: NO_TOOLS }
      : {
          checked: tools.length,
          broken: tools
            .filter(tool => tool.outputSchema === undefined)
            .map(({ name }) => ({
              tool: name,
              pointer: '/outputSchema',
              message: `The tool ${quote(name)} has no output schema.`,
            })),
        };
  },
});
