import { quote } from '../../diff/quote';
import { type CheckOutcome, defineConvention } from '../CheckedConvention';
import { matchesPattern } from '../matchesPattern';
import {
  commonStyle,
  isInStyle,
  NAME_STYLES,
  type NameStyle,
} from '../nameStyles';
import { NO_TOOLS } from '../reasons';

/** How tools are named. */
export const toolNames = defineConvention({
  convention: {
    id: 'tool-names',
    title: 'Tools are named in one style',
    severity: 'warning',
    why: 'A model that knows some names guesses the others; a mixture makes it guess wrong.',
    fix: 'Write all names in snake_case, kebab-case or camelCase. To rename a tool breaks whoever calls it: keep the old name until the next major version.',
    options: { style: 'consistent', pattern: '' },
  },
  choices: { style: ['consistent', ...NAME_STYLES] },
  patterns: ['pattern'],
  check({ contract: { tools } }, { style, pattern }): CheckOutcome {
    if (tools.length === 0) {
      return { skipped: NO_TOOLS };
    }
    const names = tools.map(({ name }) => name);
    const wanted =
      style === 'consistent' ? commonStyle(names) : (style as NameStyle);
    const isKept = (name: string) =>
      pattern === '' ? isInStyle(name, wanted) : matchesPattern(pattern, name);
    const wish =
      pattern === '' ? `is not in ${wanted}` : `does not match ${pattern}`;
    return {
      checked: names.length,
      broken: names
        .filter(name => !isKept(name))
        .map(name => ({
          tool: name,
          pointer: '/name',
          message: `The name of the tool ${quote(name)} ${wish}.`,
        })),
    };
  },
});
