import { quote } from '../../diff/quote';
import type { ContractTool } from '../../snapshot/contract';
import { TOOL_ANNOTATION_DEFAULTS } from '../../snapshot/toolAnnotations';
import { defineConvention } from '../CheckedConvention';
import { NO_TOOLS } from '../reasons';

const HINTS = Object.keys(
  TOOL_ANNOTATION_DEFAULTS,
) as (keyof typeof TOOL_ANNOTATION_DEFAULTS)[];

/**
 * That each tool says what harm it can do. A snapshot keeps no hint that equals
 * the default of MCP: a tool that says all four defaults can't be told from one
 * that says nothing, and counts as such.
 */
export const toolAnnotated = defineConvention({
  convention: {
    id: 'tool-annotated',
    title: 'Every tool says what it may do',
    severity: 'warning',
    why: 'Without annotations a client takes a tool for one that changes and destroys things out in the world, and asks people each time.',
    fix: 'Give `annotations` with `readOnlyHint: true`, or `destructiveHint: false`, or whichever of the four hints is not the default.',
    options: {},
  },
  check({ contract: { tools } }) {
    return tools.length === 0
      ? { skipped: NO_TOOLS }
      : {
          checked: tools.length,
          broken: tools.filter(saysNothing).map(({ name }) => ({
            tool: name,
            pointer: '/annotations',
            message: `The tool ${quote(
              name,
            )} gives no annotation other than the defaults, which are the worst.`,
          })),
        };
  },
});

function saysNothing({ annotations = {} }: ContractTool): boolean {
  return HINTS.every(
    hint =>
      (annotations[hint] ?? TOOL_ANNOTATION_DEFAULTS[hint]) ===
      TOOL_ANNOTATION_DEFAULTS[hint],
  );
}
