import type { ContractTool } from '../snapshot/contract';
import { effectiveAnnotations } from '../snapshot/toolAnnotations';
import { compareFields } from './compareFields';
import { type ContractFinding, placeOf } from './ContractFinding';
import { quote } from './quote';

interface ComparedHint {
  name: 'readOnlyHint' | 'destructiveHint' | 'idempotentHint' | 'openWorldHint';
  /** The value that promises less harm. */
  safe: boolean;
  raised: { rule: string; says: string };
  lowered: { rule: string; says: string };
}

const HINTS: readonly ComparedHint[] = [
  {
    name: 'readOnlyHint',
    safe: true,
    raised: {
      rule: 'annotation-read-only-lost',
      says: 'no longer says that it only reads',
    },
    lowered: {
      rule: 'annotation-read-only-gained',
      says: 'says now that it only reads',
    },
  },
  {
    name: 'destructiveHint',
    safe: false,
    raised: {
      rule: 'annotation-destructive-gained',
      says: 'no longer says that it destroys nothing',
    },
    lowered: {
      rule: 'annotation-destructive-lost',
      says: 'says now that it destroys nothing',
    },
  },
  {
    name: 'idempotentHint',
    safe: true,
    raised: {
      rule: 'annotation-idempotent-lost',
      says: 'no longer says that it may be called twice without harm',
    },
    lowered: {
      rule: 'annotation-idempotent-gained',
      says: 'says now that it may be called twice without harm',
    },
  },
  {
    name: 'openWorldHint',
    safe: false,
    raised: {
      rule: 'annotation-open-world-gained',
      says: 'no longer says that it stays within its own domain',
    },
    lowered: {
      rule: 'annotation-open-world-lost',
      says: 'says now that it stays within its own domain',
    },
  },
];

/** Compares hints by what they mean, the defaults of MCP included. */
export function compareAnnotations(
  before: ContractTool,
  after: ContractTool,
): ContractFinding[] {
  const was = effectiveAnnotations(before);
  const is = effectiveAnnotations(after);
  const item = { tool: after.name };
  const hints = HINTS.filter(({ name }) => was[name] !== is[name]).map(
    ({ name, safe, raised, lowered }) => {
      const { rule, says } = is[name] === safe ? lowered : raised;
      return {
        where: placeOf(
          item,
          `/annotations/${name}`,
          before.annotations?.[name],
          after.annotations?.[name],
        ),
        rule,
        before: was[name],
        after: is[name],
        message: `The tool ${quote(after.name)} ${says}.`,
      };
    },
  );
  const title = compareFields(
    { title: was.title },
    { title: is.title },
    [
      {
        name: 'title',
        label: "annotations' title",
        rule: 'annotation-title-changed',
      },
    ],
    {
      item,
      subject: `the tool ${quote(after.name)}`,
      pointer: '/annotations',
    },
  );
  return [...hints, ...title];
}
