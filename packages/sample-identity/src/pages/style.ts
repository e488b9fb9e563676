import { createHash } from 'node:crypto';

/**
 * The only style sheet, inline on every page.
 *
 * @internal
 */
export const STYLE = `
:root { color-scheme: light dark;
  --page: #f5f6f8; --paper: #fff; --text: #1c2024; --muted: #565f6b;
  --line: #8a93a0; --accent: #1f5493; --hover: #eaf1fa; }
@media (prefers-color-scheme: dark) { :root {
  --page: #14171b; --paper: #1f242a; --text: #f0f2f5; --muted: #b3bcc7;
  --line: #76808d; --accent: #9cc9ff; --hover: #2a323b; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px 16px; background: var(--page); color: var(--text);
  font: 16px/1.45 system-ui, sans-serif; }
main { max-width: 640px; margin: 0 auto; }
h1 { margin: 0 0 4px; font-size: 24px; }
h2 { margin: 28px 0 8px; font-size: 16px; }
p { margin: 0 0 12px; }
a { color: var(--accent); }
.note { color: var(--muted); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
ul.compact { grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); }
button { display: block; width: 100%; height: 100%; padding: 12px 16px; font: inherit; text-align: left;
  color: inherit; background: var(--paper); border: 1px solid var(--line);
  border-radius: 6px; cursor: pointer; overflow-wrap: anywhere; }
button:hover { background: var(--hover); border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button strong { display: block; }
button span { display: block; color: var(--muted); font-size: 14px; }
button .persona { color: var(--accent); font-weight: 600; }
.compact button { padding: 8px 12px; }
`;

/**
 * The style sheet's hash, for `style-src` of the content security policy.
 *
 * @internal
 */
export const STYLE_HASH = `'sha256-${createHash('sha256')
  .update(STYLE)
  .digest('base64')}'`;
