import type { Alert } from '@mcp-portal/plugin-mcp-cost-common';

/** What a rule sees of one subject now. */
export interface Finding
  extends Pick<
    Alert,
    | 'level'
    | 'teamRef'
    | 'serverRef'
    | 'title'
    | 'message'
    | 'advice'
    | 'link'
    | 'facts'
  > {
  /** Whom or what it is about, within the rule. */
  subject: string;
  /**
   * What the trouble is one event of, such as a month: another occasion is
   * another event, even if the trouble never stopped. Empty if of nothing.
   */
  occasion?: string;
  /**
   * - `on`: raises an alert, or goes on
   * - `fading`: below the threshold, but not by enough to be over; raises nothing
   * - `overtaken`: another alert says so; ends without a word
   */
  state: 'on' | 'fading' | 'overtaken';
  /** ISO instant. */
  startedAt: string;
  /** It is over already: seen late, and only told. ISO instant. */
  endedAt?: string;
}
