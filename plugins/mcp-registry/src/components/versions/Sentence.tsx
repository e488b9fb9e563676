import { Fragment } from 'react';

/**
 * A sentence of the comparison. What stands between backticks in it is a name
 * or a value; the tool is left out where what is around says it already.
 */
export const Sentence = (props: { text: string; within?: string }) => (
  <>
    {shortened(props.text, props.within)
      .split('`')
      .map((part, index) =>
        index % 2 === 1 ? (
          <code key={index}>{part}</code>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
  </>
);

/** `Tool "pay", input: x is new` within `pay` is `Input: x is new`. */
export function shortened(text: string, within?: string): string {
  if (within === undefined) {
    return text;
  }
  const [, after] = text.split(`"${within}"`, 2);
  const prefix = text.slice(0, text.length - (after?.length ?? 0));
  const rest = /^[A-Z][a-z ]+ "/.test(prefix) && /^(?:, |: )/.exec(after ?? '');
  if (!rest) {
    return text;
  }
  const short = text.slice(prefix.length + rest[0].length);
  return short.charAt(0).toLocaleUpperCase('en') + short.slice(1);
}
