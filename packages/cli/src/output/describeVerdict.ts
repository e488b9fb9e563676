import {
  CHANGE_CLASSES,
  type Bump,
  type Change,
  type ContractDiff,
  type Verdict,
} from '@mcp-portal/mcp-contract';

import { counted } from './counted';

/** For example `breaking: it needs a new major version`. */
export function headline({ verdict, requiredBump }: ContractDiff): string {
  const headlines: Record<Verdict, string> = {
    none: 'no change',
    cosmetic: 'compatible: only how it looks has changed',
    behavioural: 'compatible, but it may act differently',
    additive: 'compatible: more is possible',
    breaking: `breaking: it needs a new ${requiredBump} version`,
  };
  return headlines[verdict];
}

const BUMPS: Record<Bump, string> = {
  none: 'It needs no new version.',
  patch: 'It needs at least a patch version.',
  minor: 'It needs at least a minor version.',
  major: 'It needs a major version.',
};

export function neededBump(bump: Bump): string {
  return BUMPS[bump];
}

/** `2 breaking, 1 additive`, the worst first. */
export function countByClass(changes: readonly Change[]): string {
  return CHANGE_CLASSES.map(one => ({
    one,
    count: changes.filter(change => change.class === one).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ one, count }) => `${count} ${one}`)
    .join(', ');
}

/** Of the changes that still count as breaking because nobody could decide. */
export function undecidedNote(changes: readonly Change[]): string | undefined {
  const count = changes.filter(isUndecided).length;
  return count === 0
    ? undefined
    : `Of ${counted(
        count,
        'change',
      )} it can't be decided whether anyone breaks: accept with --accept what is harmless.`;
}

/** An undecided change that nobody has accepted. */
export function isUndecided(change: Change): boolean {
  return change.undecided === true && change.class === 'breaking';
}

/** Whether its sentence tells both values already. */
export function saysItsValues({ message, before, after }: Change): boolean {
  return [before, after].every(
    value =>
      value === undefined ||
      message.includes(JSON.stringify(value)) ||
      message.includes(`\`${value}\``),
  );
}
