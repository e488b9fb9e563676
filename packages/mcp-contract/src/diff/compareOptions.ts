import { SettingError } from '../settings/SettingError';
import { CHANGE_CLASSES, type ChangeClass } from './change';
import { CHANGE_RULES } from './changeRules';

/**
 * What the platform team wants otherwise.
 * @public
 */
export interface CompareOptions {
  /**
   * The class of changes of a rule, by its id; `ignore` leaves them out.
   * Without it, the strict default of `CHANGE_RULES`.
   */
  severities?: { readonly [ruleId: string]: ChangeClass | 'ignore' };
  /**
   * Ids of undecided changes that someone took for harmless: they become
   * behavioural. Ids of other changes have no effect.
   */
  accepted?: readonly string[];
}

const RULE_IDS = new Set(CHANGE_RULES.map(({ id }) => id));
const SEVERITIES = new Set<string>([...CHANGE_CLASSES, 'ignore']);

/**
 * Refuses severities that no rule would follow: a mistyped id would else leave
 * a rule as strict, or as lax, as nobody wants it.
 *
 * @throws `SettingError`, which says what is allowed
 * @public
 */
export function checkSeverities(
  severities: CompareOptions['severities'] = {},
): void {
  for (const [id, severity] of Object.entries(severities)) {
    if (!RULE_IDS.has(id)) {
      throw new SettingError({
        setting: `severities.${id}`,
        problem: 'there is no such rule',
        advice: `Use the id of one of CHANGE_RULES${likeIds(id)}`,
      });
    }
    if (!SEVERITIES.has(severity)) {
      throw new SettingError({
        setting: `severities.${id}`,
        problem: `${JSON.stringify(severity)} is no severity`,
        advice: `Use one of ${[...SEVERITIES].join(', ')}`,
      });
    }
  }
}

/** Rules of the same subject, so that a mistyped id is soon mended. */
function likeIds(id: string): string {
  const subject = id.split('-')[0];
  const like = [...RULE_IDS].filter(other => other.split('-')[0] === subject);
  return like.length > 0 ? `, for example ${like.slice(0, 5).join(', ')}` : '';
}
