/** Ways to write a name; each part between dots is one of its own. */
export const NAME_STYLES = ['snake_case', 'kebab-case', 'camelCase'] as const;

/** One of {@link NAME_STYLES}. */
export type NameStyle = (typeof NAME_STYLES)[number];

const PARTS: { readonly [style in NameStyle]: RegExp } = {
  snake_case: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
  'kebab-case': /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  camelCase: /^[a-z][a-zA-Z0-9]*$/,
};

/** One word in lower case is in each style. */
export function isInStyle(name: string, style: NameStyle): boolean {
  return name.split('.').every(part => PARTS[style].test(part));
}

/** The style that most names are in; of equals, the first of the list. */
export function commonStyle(names: readonly string[]): NameStyle {
  const count = (style: NameStyle) =>
    names.filter(name => isInStyle(name, style)).length;
  return [...NAME_STYLES].sort((a, b) => count(b) - count(a))[0];
}
