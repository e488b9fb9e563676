import { z } from 'zod';

const MAX_SHOWN_LENGTH = 80;

/**
 * Checks a `spec`, and says for each problem which field it is and what it
 * should be, in words for the person who wrote the entity.
 */
export function describeSpecProblems(
  schema: z.ZodType,
  spec: unknown,
  root = 'spec',
): string[] {
  const result = schema.safeParse(spec);
  return result.success
    ? []
    : result.error.issues.map(issue => describeIssue(issue, spec, root));
}

function describeIssue(
  issue: z.core.$ZodIssue,
  spec: unknown,
  root: string,
): string {
  const value = valueAt(spec, issue.path);
  const field = formatPath(root, issue.path);
  const text = describeExpectation(issue, value);
  return value === undefined || typeof value === 'object'
    ? `${field} ${text}`
    : `${field} ${text} (it is ${shorten(JSON.stringify(value))})`;
}

function describeExpectation(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_value') {
    return `must be one of ${issue.values.join(', ')}`;
  }
  if (issue.code === 'invalid_type') {
    if (value === undefined) {
      return 'is missing';
    }
    return issue.expected === 'array'
      ? 'must be a list'
      : `must be of type ${issue.expected}`;
  }
  return issue.message;
}

function formatPath(root: string, path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    root,
  );
}

function valueAt(root: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );
}

function shorten(text: string): string {
  return text.length > MAX_SHOWN_LENGTH
    ? `${text.slice(0, MAX_SHOWN_LENGTH)}…`
    : text;
}
