export const PURPOSE_LENGTH = { min: 20, max: 300 };
export const WHY_NEW_LENGTH = { min: 10, max: 300 };

/** Undefined when the purpose would do. */
export function purposeProblem(text: string): string | undefined {
  return lengthProblem(text, PURPOSE_LENGTH, 'Say what it is for');
}

/** Undefined when the reason would do. */
export function whyNewProblem(text: string): string | undefined {
  return lengthProblem(
    text,
    WHY_NEW_LENGTH,
    'Say in one sentence why none of these fits',
  );
}

function lengthProblem(
  text: string,
  allowed: { min: number; max: number },
  wanted: string,
): string | undefined {
  const { length } = text.trim();
  if (length < allowed.min) {
    return `${wanted}, in ${allowed.min} characters or more.`;
  }
  return length > allowed.max
    ? `At most ${allowed.max} characters; this has ${length}.`
    : undefined;
}
