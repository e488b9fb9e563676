import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { JsonObject, JsonValue } from '../canonical/JsonValue';
import {
  compareCodeUnits,
  writeCanonicalJson,
} from '../canonical/writeCanonicalJson';
import {
  type Change,
  CHANGE_CLASSES,
  type ChangeClass,
  type ChangePlace,
} from './change';
import { CHANGE_RULES } from './changeRules';
import type { CompareOptions } from './compareOptions';
import type { ContractFinding } from './ContractFinding';
import type { ChangeRule } from './rule';

const RULES = new Map(CHANGE_RULES.map(rule => [rule.id, rule]));
const ID_CHARS = 16;

/** Gives each finding its class and id, and puts the worst first. */
export function judgeFindings(
  findings: readonly ContractFinding[],
  { severities = {}, accepted = [] }: CompareOptions,
): Change[] {
  const acceptedIds = new Set(accepted);
  const changes = new Map<string, Change>();
  for (const finding of findings) {
    const rule = ruleOf(finding);
    const severity = Object.prototype.hasOwnProperty.call(severities, rule.id)
      ? severities[rule.id]
      : rule.class;
    if (severity !== 'ignore') {
      const id = idOf(finding);
      const isAccepted = rule.undecided === true && acceptedIds.has(id);
      // Two ways to the same place may find the same there.
      changes.set(id, {
        id,
        ...finding,
        class: isAccepted ? eased(severity) : severity,
        ...(rule.undecided ? { undecided: true } : {}),
      });
    }
  }
  return [...changes.values()].sort(compareChanges);
}

function ruleOf({ rule: id }: ContractFinding): ChangeRule {
  const rule = RULES.get(id);
  if (!rule) {
    throw new Error(
      `A comparison names the rule ${id}, which CHANGE_RULES lacks`,
    );
  }
  return rule;
}

/** To accept a change never makes it worse than it is. */
function eased(severity: ChangeClass): ChangeClass {
  return severity === 'cosmetic' ? severity : 'behavioural';
}

/** The pointer into the other document is left out: it may move by itself. */
function idOf({ where, rule, before, after }: ContractFinding): string {
  const { beforePointer, afterPointer, ...place } = where;
  const named: { [name: string]: JsonValue | undefined } = {
    ...place,
    rule,
    before,
    after,
  };
  const text = writeCanonicalJson(
    Object.fromEntries(
      Object.entries(named).filter(([, value]) => value !== undefined),
    ) as JsonObject,
  );
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, ID_CHARS);
}

function compareChanges(a: Change, b: Change): number {
  return (
    CHANGE_CLASSES.indexOf(a.class) - CHANGE_CLASSES.indexOf(b.class) ||
    itemRank(a.where) - itemRank(b.where) ||
    compareCodeUnits(itemName(a.where), itemName(b.where)) ||
    compareCodeUnits(a.where.side ?? '', b.where.side ?? '') ||
    compareCodeUnits(a.where.pointer, b.where.pointer) ||
    compareCodeUnits(a.rule, b.rule) ||
    compareCodeUnits(a.id, b.id)
  );
}

const ITEMS = ['tool', 'prompt', 'resource', 'resourceTemplate'] as const;

/** Tools first, the contract itself last. */
function itemRank(where: ChangePlace): number {
  const rank = ITEMS.findIndex(kind => where[kind] !== undefined);
  return rank < 0 ? ITEMS.length : rank;
}

function itemName(where: ChangePlace): string {
  return (
    where.tool ?? where.prompt ?? where.resource ?? where.resourceTemplate ?? ''
  );
}
