import { Html, html } from './html';
import { STYLE } from './style';

// One piece, because the content security policy names the hash of its very text.
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/**
 * A whole page around its content.
 *
 * @internal
 */
export function layout(options: { title: string; content: Html }): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${options.title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>${options.content}</main>
      </body>
    </html> `.markup;
}
