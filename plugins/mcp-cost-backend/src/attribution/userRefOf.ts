import { completeRef } from './completeRef';

const PERSON = 'user:';

/**
 * The ref of a person. Ids of other systems, which tracing has more often than
 * refs, become names: what could be a ref of anything else is none.
 */
export function userRefOf(user: string): string {
  const ref = completeRef(user, 'user');
  return ref?.startsWith(PERSON)
    ? ref
    : `${PERSON}default/${user.toLowerCase().replace(/[\s:/]+/g, '-')}`;
}
