import {
  CHANGE_CLASSES,
  type Change,
  type ChangeClass,
  type ContractDiff,
  type JsonValue,
} from '@mcp-portal/mcp-contract';

import {
  countByClass,
  headline,
  isUndecided,
  neededBump,
  saysItsValues,
  undecidedNote,
} from './describeVerdict';
import { placeOf } from './place';
import { plainText } from './plainText';
import type { Style } from './style';

const MAX_VALUE = 160;
const MAX_MESSAGE = 400;

/** A comparison, to be read on a terminal. */
export function diffText(
  diff: ContractDiff,
  options: { style: Style; notes?: readonly string[] },
): string {
  const { style, notes = [] } = options;
  const { changes } = diff;
  const colour = diff.verdict === 'breaking' ? style.bad : style.good;
  const summary = [
    ...(changes.length > 0 ? [`${countByClass(changes)}.`] : []),
    ...(diff.verdict === 'breaking' ? [] : [neededBump(diff.requiredBump)]),
    ...[undecidedNote(changes)].filter(note => note !== undefined),
    ...notes,
  ];
  return `${[
    style.strong(colour(`${capital(headline(diff))}.`)),
    ...summary,
    ...CHANGE_CLASSES.flatMap(one => section(one, changes, style)),
  ].join('\n')}\n`;
}

function section(
  name: ChangeClass,
  changes: readonly Change[],
  style: Style,
): string[] {
  const own = changes.filter(change => change.class === name);
  if (own.length === 0) {
    return [];
  }
  const colour = { breaking: style.bad, behavioural: style.fair }[
    name as 'breaking'
  ];
  return [
    '',
    style.strong((colour ?? style.good)(name)),
    ...own.flatMap(change => changeLines(change, style)),
  ];
}

function changeLines(change: Change, style: Style): string[] {
  const { kind, name, at } = placeOf(change.where);
  const item = name === undefined ? kind : `${kind} ${name}`;
  const undecided = isUndecided(change);
  return [
    `  ${undecided ? '?' : '-'} ${plainText(change.message, MAX_MESSAGE)}`,
    style.faint(
      `    ${plainText(
        [item, at, change.rule].filter(Boolean).join(' · '),
        MAX_MESSAGE,
      )}`,
    ),
    ...valueLines(change, style),
    ...(undecided
      ? [
          style.faint(
            `    undecided: --accept ${change.id} when it is harmless`,
          ),
        ]
      : []),
  ];
}

/** A value that is there on one side only has no other to be seen beside. */
function valueLines(change: Change, style: Style): string[] {
  const { before, after } = change;
  if (before === undefined || after === undefined || saysItsValues(change)) {
    return [];
  }
  return [
    style.faint(`    before ${shown(before)}`),
    style.faint(`    after  ${shown(after)}`),
  ];
}

function shown(value: JsonValue): string {
  return plainText(JSON.stringify(value), MAX_VALUE);
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
