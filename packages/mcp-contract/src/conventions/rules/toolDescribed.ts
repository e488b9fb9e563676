import { quote } from '../../diff/quote';
import { defineConvention } from '../CheckedConvention';
import { NO_TOOLS } from '../reasons';

/** That each tool says what it does. */
export const toolDescribed = defineConvention({
  convention: {
    id: 'tool-described',
    title: 'Every tool is described',
    severity: 'error',
    why: 'The description is all that a model has to choose a tool by.',
    fix: 'Say in `description` what the tool does, when to use it and what it returns.',
    options: { minLength: 10 },
  },
  check({ contract: { tools } }, { minLength }) {
    if (tools.length === 0) {
      return { skipped: NO_TOOLS };
    }
    const broken = tools.flatMap(({ name, description = '' }) => {
      const { length } = description.trim();
      if (length > 0 && length >= minLength) {
        return [];
      }
      const fault =
        length === 0
          ? 'has no description'
          : `is described in ${length} characters; at least ${minLength} are wanted`;
      return [
        {
          tool: name,
          pointer: '/description',
          message: `The tool ${quote(name)} ${fault}.`,
        },
      ];
    });
    return { checked: tools.length, broken };
  },
});
