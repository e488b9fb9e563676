import {
  CHANGE_CLASSES,
  type Change,
  type ChangeClass,
  type ContractDiff,
  type JsonValue,
} from '@mcp-portal/mcp-contract';

import { counted } from './counted';
import {
  countByClass,
  headline,
  isUndecided,
  neededBump,
  saysItsValues,
  undecidedNote,
} from './describeVerdict';
import { block, code, details, words } from './markdown';
import { placeOf } from './place';

/** GitHub refuses a comment of more than 65,536 characters. */
const MAX_LENGTH = 60_000;
/** A row of the table shows no more of a value; the details do. */
const MAX_CELL = 60;
/** More rows than this of what breaks nobody open on a click. */
const MAX_OPEN_ROWS = 5;

const TITLES: Record<ChangeClass, string> = {
  breaking: 'Breaking',
  additive: 'Additive',
  behavioural: 'Behavioural',
  cosmetic: 'Cosmetic',
};

const SIGNS: Record<ContractDiff['verdict'], string> = {
  breaking: '❌',
  additive: '✅',
  behavioural: '⚠️',
  cosmetic: '✅',
  none: '✅',
};

/** A comparison, as the comment of a pull request. */
export function diffMarkdown(
  diff: ContractDiff,
  options: { title?: string; notes?: readonly string[] } = {},
): string {
  const { title = 'MCP contract', notes = [] } = options;
  const { changes } = diff;
  const summary = [
    changes.length > 0 ? `${countByClass(changes)}.` : '',
    diff.verdict === 'breaking' ? '' : neededBump(diff.requiredBump),
    undecidedNote(changes) ?? '',
    ...notes.map(note => words(note)),
  ].filter(Boolean);
  const parts = [
    `### ${words(title)}: ${SIGNS[diff.verdict]} ${headline(diff)}`,
    summary.join(' '),
  ];
  let left = MAX_LENGTH - parts.join('\n\n').length;
  let dropped = 0;
  for (const one of CHANGE_CLASSES) {
    const own = changes.filter(change => change.class === one);
    const { text, shown } = section(one, own, left);
    if (text) {
      parts.push(text);
    }
    left -= text.length;
    dropped += own.length - shown;
  }
  if (dropped > 0) {
    parts.push(
      `_And ${counted(dropped, 'more change')}, which ${
        dropped === 1 ? 'does' : 'do'
      } not fit in here: \`mcp-portal diff\` shows all._`,
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function section(
  name: ChangeClass,
  changes: readonly Change[],
  maxLength: number,
): { text: string; shown: number } {
  if (changes.length === 0) {
    return { text: '', shown: 0 };
  }
  const rows: string[] = [];
  const more: string[] = [];
  // Room for the heading and what opens on a click.
  let left = maxLength - 600;
  let shown = 0;
  for (const change of changes) {
    const own = row(change);
    const long = longValues(change);
    if (own.length > left) {
      break;
    }
    rows.push(own);
    shown += 1;
    left -= own.length + 1;
    if (long.length > 0 && long.length <= left) {
      more.push(long);
      left -= long.length + 2;
    }
  }
  if (shown === 0) {
    return { text: '', shown };
  }
  const heading = `${TITLES[name]} (${changes.length})`;
  const table = [
    `| Where | What changed |\n| --- | --- |\n${rows.join('\n')}`,
    ...(more.length > 0
      ? [details('Before and after', more.join('\n\n'))]
      : []),
  ].join('\n\n');
  const isQuiet = name === 'behavioural' || name === 'cosmetic';
  return {
    text:
      isQuiet && rows.length > MAX_OPEN_ROWS
        ? details(`<b>${heading}</b>`, table)
        : `#### ${heading}\n\n${table}`,
    shown,
  };
}

function row(change: Change): string {
  const what = [
    words(change.message),
    ...(isUndecided(change)
      ? [`Undecided: if it is harmless, accept ${code(change.id)}.`]
      : []),
    ...shortValues(change),
  ].join('<br>');
  return `| ${place(change, '<br>')} | ${what} |`;
}

function place({ where }: Change, separator: string): string {
  const { kind, name, at } = placeOf(where);
  return [
    name === undefined ? kind : `${kind} ${code(name)}`,
    ...(at ? [code(at)] : []),
  ].join(separator);
}

function shortValues(change: Change): string[] {
  const { before, after } = change;
  return isShort(before) && isShort(after) && !saysItsValues(change)
    ? [`${code(textOf(before))} → ${code(textOf(after))}`]
    : [];
}

function isShort(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined && textOf(value).length <= MAX_CELL;
}

function longValues(change: Change): string {
  if (shortValues(change).length > 0 || saysItsValues(change)) {
    return '';
  }
  const sides = (['before', 'after'] as const)
    .filter(side => change[side] !== undefined)
    .map(side => `${side}:\n${valueBlock(change[side] as JsonValue)}`);
  return [place(change, ' '), ...sides].join('\n\n');
}

function textOf(value: JsonValue): string {
  return JSON.stringify(value);
}

/** A text as it reads, and not as JSON has to write it. */
function valueBlock(value: JsonValue): string {
  return typeof value === 'string'
    ? block(value, 'text')
    : block(JSON.stringify(value, undefined, 2), 'json');
}
