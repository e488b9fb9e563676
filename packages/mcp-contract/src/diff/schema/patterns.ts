import { RE2JS } from 're2js';

import type { Budget } from './Budget';

/** Longer ones are not even compiled: no real one comes near. */
const MAX_PATTERN_CHARS = 1000;
const MAX_PATTERNS = 200;
const MAX_TEXT_CHARS = 10_000;
/** Compiling takes about as long as this many other steps. */
const STEPS_TO_COMPILE = 100;

/** What RE2 reads otherwise than ECMAScript, or ECMAScript does not know. */
const OTHER_MEANING =
  /\[\^?\]|\[:|\\[ACEQZahzv]|\\x\{|\(\?(?!:|<[A-Za-z_$])|\{\d{4,}/;
/** ECMAScript and RE2 agree on what these are in plain ASCII only. */
const CLASS_OF_CHARACTERS = /[\\.]|\[\^/;
const PLAIN_ASCII = /^[\x20-\x7e]*$/;

/**
 * Matches patterns of servers, which nobody checked, in linear time. The
 * engine of JavaScript must never see them.
 */
export class Patterns {
  private readonly compiled = new Map<string, RE2JS | undefined>();

  constructor(private readonly budget: Budget) {}

  /** Undefined when it can't be told. */
  matches(pattern: string, text: string): boolean | undefined {
    const compiled = this.compile(pattern);
    if (
      compiled === undefined ||
      text.length > MAX_TEXT_CHARS ||
      (CLASS_OF_CHARACTERS.test(pattern) && !PLAIN_ASCII.test(text))
    ) {
      return undefined;
    }
    this.budget.spend(1 + Math.floor(text.length / 10));
    return compiled.matcher(text).find();
  }

  private compile(pattern: string): RE2JS | undefined {
    if (this.compiled.has(pattern)) {
      return this.compiled.get(pattern);
    }
    this.budget.spend(STEPS_TO_COMPILE);
    const result =
      this.compiled.size < MAX_PATTERNS ? compile(pattern) : undefined;
    this.compiled.set(pattern, result);
    return result;
  }
}

function compile(pattern: string): RE2JS | undefined {
  if (pattern.length > MAX_PATTERN_CHARS || OTHER_MEANING.test(pattern)) {
    return undefined;
  }
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
