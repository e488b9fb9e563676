import type { JsonSchema, JsonValue } from '../canonical/JsonValue';
import { compareCodeUnits } from '../canonical/writeCanonicalJson';
import type { ContractTool } from '../snapshot/contract';
import { compareAnnotations } from './compareAnnotations';
import { compareFields } from './compareFields';
import { type ContractFinding, placeOf } from './ContractFinding';
import { type PairedItems, pairItems } from './pairItems';
import { quote } from './quote';
import { sameJson } from './sameJson';
import { Allowance } from './schema/Allowance';
import { compareSchemas } from './schema/compareSchemas';
import { suggestRenames } from './suggestRenames';

const FIELDS = [
  { name: 'title', label: 'title', rule: 'tool-title-changed' },
  {
    name: 'description',
    label: 'description',
    rule: 'tool-description-changed',
  },
  { name: 'icons', label: 'icons', plural: true, rule: 'tool-icons-changed' },
] as const;

/** All differences between two lists of tools. */
export function compareTools(
  before: readonly ContractTool[],
  after: readonly ContractTool[],
): ContractFinding[] {
  const { removed, added, kept } = pairItems(before, after, tool => tool.name);
  const renames = suggestRenames(removed, added);
  const allowance = new Allowance();
  return [
    ...removed.map(tool => removedTool(tool, renames.get(tool.name))),
    ...added.map(addedTool),
    ...inOrder(kept).flatMap(pair =>
      compareTool(pair.before, pair.after, allowance),
    ),
  ];
}

/** So that it is the same tools that come last when the allowance is used up. */
function inOrder(pairs: PairedItems<ContractTool>['kept']) {
  return [...pairs].sort((one, other) =>
    compareCodeUnits(one.after.name, other.after.name),
  );
}

function removedTool(tool: ContractTool, renamedTo?: string): ContractFinding {
  const became =
    renamedTo === undefined ? '' : ` It may have become ${quote(renamedTo)}.`;
  return {
    where: { tool: tool.name, pointer: '', beforePointer: '' },
    rule: 'tool-removed',
    before: tool as unknown as JsonValue,
    message: `The tool ${quote(tool.name)} was removed.${became}`,
    ...(renamedTo === undefined ? {} : { renamedTo }),
  };
}

function addedTool(tool: ContractTool): ContractFinding {
  return {
    where: { tool: tool.name, pointer: '', afterPointer: '' },
    rule: 'tool-added',
    after: tool as unknown as JsonValue,
    message: `The tool ${quote(tool.name)} was added.`,
  };
}

function compareTool(
  before: ContractTool,
  after: ContractTool,
  allowance: Allowance,
): ContractFinding[] {
  const item = { tool: after.name };
  const subject = `the tool ${quote(after.name)}`;
  return [
    ...compareFields(before, after, FIELDS, { item, subject, pointer: '' }),
    ...compareAnnotations(before, after),
    ...compareSide(
      { tool: after.name, side: 'input', allowance },
      before.inputSchema,
      after.inputSchema,
    ),
    ...compareOutput(before, after, allowance),
  ];
}

function compareOutput(
  { outputSchema: before }: ContractTool,
  { name, outputSchema: after }: ContractTool,
  allowance: Allowance,
): ContractFinding[] {
  if (before !== undefined && after !== undefined) {
    return compareSide(
      { tool: name, side: 'output', allowance },
      before,
      after,
    );
  }
  if (before === after) {
    return [];
  }
  const where = {
    ...placeOf({ tool: name }, '', before, after),
    side: 'output' as const,
  };
  return before === undefined
    ? [
        {
          where,
          rule: 'tool-output-schema-added',
          after,
          message: `The tool ${quote(name)} says now what it returns.`,
        },
      ]
    : [
        {
          where,
          rule: 'tool-output-schema-removed',
          before,
          message: `The tool ${quote(name)} no longer says what it returns.`,
        },
      ];
}

function compareSide(
  {
    tool,
    side,
    allowance,
  }: { tool: string; side: 'input' | 'output'; allowance: Allowance },
  before: JsonSchema,
  after: JsonSchema,
): ContractFinding[] {
  if (sameJson(before, after)) {
    return [];
  }
  return compareSchemas(before, after, side, allowance).map(
    ({ pointer, beforePointer, afterPointer, message, ...finding }) => ({
      ...finding,
      where: {
        tool,
        side,
        pointer,
        ...(beforePointer === undefined ? {} : { beforePointer }),
        ...(afterPointer === undefined ? {} : { afterPointer }),
      },
      message: `Tool ${quote(tool)}, ${side}: ${message}`,
    }),
  );
}
