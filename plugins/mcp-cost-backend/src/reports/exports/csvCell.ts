/**
 * Text as a cell that no spreadsheet takes for a formula: names of agents and
 * tools are what their senders say.
 */
export function textCell(text: string | undefined): string {
  const value = text ?? '';
  return /^[=+\-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(value)
    ? `'${value}`
    : value;
}
