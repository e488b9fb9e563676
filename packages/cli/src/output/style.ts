import type { Io } from '../Io';

/** Words in colour, where the reader is a terminal that wants it. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  bad(text: string): string;
  fair(text: string): string;
  good(text: string): string;
}

const plain = (text: string) => text;

/** Without colour for files, pipes, and whoever sets NO_COLOR. */
export function styleFor({ stdout, env }: Io): Style {
  if (!stdout.isTTY || env.NO_COLOR || env.TERM === 'dumb') {
    return {
      strong: plain,
      faint: plain,
      bad: plain,
      fair: plain,
      good: plain,
    };
  }
  const sgr = (on: number, off: number) => (text: string) =>
    `\u001b[${on}m${text}\u001b[${off}m`;
  return {
    strong: sgr(1, 22),
    faint: sgr(2, 22),
    bad: sgr(31, 39),
    fair: sgr(33, 39),
    good: sgr(32, 39),
  };
}
