const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Markup that is safe to put on a page as it is.
 *
 * @internal
 */
export class Html {
  constructor(readonly markup: string) {}
}

/**
 * Template tag for markup: whatever is put in is escaped, unless it is `Html` already.
 *
 * @internal
 */
export function html(
  strings: TemplateStringsArray,
  ...values: Array<string | Html | Html[]>
): Html {
  return new Html(
    strings.reduce(
      (page, part, index) => page + toMarkup(values[index - 1]) + part,
    ),
  );
}

function toMarkup(value: string | Html | Html[]): string {
  if (Array.isArray(value)) {
    return value.map(toMarkup).join('');
  }
  return value instanceof Html
    ? value.markup
    : value.replace(/[&<>"']/g, character => ENTITIES[character]);
}
