import { getOwn, isJsonObject, type JsonValue } from '../canonical/JsonValue';
import type { ContractTool } from '../snapshot/contract';

/** What is looked at to find a tool again under another name. */
export interface ToolProfile {
  name: string;
  /** The name without case and separators. */
  letters: string;
  letterPairs: ReadonlySet<string>;
  nameWords: ReadonlySet<string>;
  textWords: ReadonlySet<string>;
  /** What its input is made of, on the first level. */
  inputParts: ReadonlySet<string>;
  /** Alike tools have at least one of these in common. */
  traits: ReadonlySet<string>;
}

const MAX_TEXT_CHARS = 2_000;
const WEIGHTS = { name: 0.25, text: 0.35, input: 0.4 };

/** Prepares a tool for `likeness`. */
export function profileOf(tool: ContractTool): ToolProfile {
  const { name } = tool;
  const nameWords = new Set(wordsOfName(name));
  const text = `${tool.title ?? ''} ${tool.description ?? ''}`
    .slice(0, MAX_TEXT_CHARS)
    .toLowerCase();
  const textWords = new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
  const inputParts = new Set(partsOfInput(tool.inputSchema));
  const letters = wordsOfName(name).join('');
  const traits = new Set([
    `letters ${letters}`,
    `text ${text}`,
    `input ${[...inputParts].sort().join(' ')}`,
    ...prefixed('name', nameWords),
    ...prefixed('input', inputParts),
  ]);
  return {
    name,
    letters,
    letterPairs: pairsOf(letters),
    nameWords,
    textWords,
    inputParts,
    traits,
  };
}

/**
 * How alike two tools are, from 0 to 1, by name, text and input. What neither
 * has is no sign; a name that differs in case or separators only is enough.
 */
export function likeness(a: ToolProfile, b: ToolProfile): number {
  if (a.letters !== '' && a.letters === b.letters) {
    return 1;
  }
  const signs = [
    {
      weight: WEIGHTS.name,
      score: Math.max(
        overlap(a.nameWords, b.nameWords),
        overlap(a.letterPairs, b.letterPairs),
      ),
    },
    ...sign(WEIGHTS.text, a.textWords, b.textWords),
    ...sign(WEIGHTS.input, a.inputParts, b.inputParts),
  ];
  const weight = signs.reduce((sum, one) => sum + one.weight, 0);
  return signs.reduce((sum, one) => sum + one.weight * one.score, 0) / weight;
}

function sign(weight: number, a: ReadonlySet<string>, b: ReadonlySet<string>) {
  return a.size + b.size === 0 ? [] : [{ weight, score: overlap(a, b) }];
}

/** Dice's coefficient: twice what is common, of all. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) {
    return 0;
  }
  let common = 0;
  for (const part of a) {
    common += b.has(part) ? 1 : 0;
  }
  return (2 * common) / (a.size + b.size);
}

/** `getUser2`, `get-user.2` and `GET_USER_2` have the same words. */
function wordsOfName(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}

function pairsOf(letters: string): Set<string> {
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) =>
      letters.slice(index, index + 2),
    ),
  );
}

function partsOfInput(schema: JsonValue): string[] {
  const properties = isJsonObject(schema)
    ? getOwn(schema, 'properties')
    : undefined;
  return isJsonObject(properties)
    ? Object.entries(properties).flatMap(([name, property]) => [
        name,
        `${name}: ${typeText(property)}`,
      ])
    : [];
}

function typeText(schema: JsonValue): string {
  const type = isJsonObject(schema) ? getOwn(schema, 'type') : undefined;
  return JSON.stringify(type ?? 'any');
}

function prefixed(prefix: string, parts: ReadonlySet<string>): string[] {
  return [...parts].map(part => `${prefix} ${part}`);
}
