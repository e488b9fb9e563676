import { CHECKED_BY_HAND } from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/checkedByHand';
import { table } from './markdown';

/** What people found when they read both contracts. */
export function checkedTable(): string {
  return table(
    ['package', 'from', 'to', 'verdict', 'what was found'],
    CHECKED_BY_HAND.map(({ name, from, to, verdict, why }) => [
      `\`${name}\``,
      from,
      to,
      verdict,
      why,
    ]),
  );
}
