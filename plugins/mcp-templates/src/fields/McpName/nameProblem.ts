import {
  NEW_NAME_MAX_LENGTH,
  NEW_NAME_MIN_LENGTH,
  NEW_NAME_PATTERN,
} from '@mcp-portal/plugin-mcp-templates-common';

/** Why something can't be a name, and what comes nearest to it. */
export interface NameProblem {
  message: string;
  /** A name that would do. */
  proposal?: string;
  /** True while it may only be half typed. */
  unfinished: boolean;
}

const ALLOWED = new RegExp(NEW_NAME_PATTERN);

/** Undefined when the name would do. */
export function nameProblem(name: string): NameProblem | undefined {
  if (name.length > NEW_NAME_MAX_LENGTH) {
    return {
      message: `A name has at most ${NEW_NAME_MAX_LENGTH} characters; this one has ${name.length}.`,
      proposal: proposeName(name),
      unfinished: false,
    };
  }
  if (/^[a-z][a-z0-9-]*$/.test(name) && !name.includes('--')) {
    if (name.endsWith('-')) {
      return {
        message: 'A name ends with a letter or a digit.',
        proposal: proposeName(name),
        unfinished: true,
      };
    }
    return name.length < NEW_NAME_MIN_LENGTH
      ? {
          message: `A name has at least ${NEW_NAME_MIN_LENGTH} characters.`,
          unfinished: true,
        }
      : undefined;
  }
  if (name === '') {
    return { message: 'It needs a name.', unfinished: true };
  }
  return {
    message:
      'Small letters, digits and single hyphens only, and a letter first.',
    proposal: proposeName(name),
    unfinished: false,
  };
}

/** The nearest name that is allowed; undefined where nothing is left of it. */
export function proposeName(text: string): string | undefined {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  const proposal = words.slice(0, NEW_NAME_MAX_LENGTH).replace(/-+$/, '');
  return ALLOWED.test(proposal) && proposal.length >= NEW_NAME_MIN_LENGTH
    ? proposal
    : undefined;
}
