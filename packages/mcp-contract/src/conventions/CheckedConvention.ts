import type {
  Convention,
  ConventionFinding,
  ConventionSubject,
} from './convention';

/** What can be tuned, with the value in force. */
export type ConventionOptions = Convention['options'];

/** A place where a convention is not kept. */
export type BrokenPlace = Omit<ConventionFinding, 'convention' | 'severity'>;

/** What a check found: of so many places, those; or why it did not look. */
export type CheckOutcome =
  | { checked: number; broken: BrokenPlace[] }
  | { skipped: string };

/** A convention with the function that looks whether it is kept. */
export interface CheckedConvention<
  O extends ConventionOptions = ConventionOptions,
> {
  convention: Convention & { options: O };
  /** Options with a closed list of values. */
  choices?: { readonly [option in keyof O]?: readonly string[] };
  /** Options that are patterns; the empty one asks for nothing. */
  patterns?: readonly (keyof O)[];
  check(subject: ConventionSubject, options: O): CheckOutcome;
}

/** Gives the check its options' types back, which the table forgets. */
export function defineConvention<O extends ConventionOptions>(
  checked: CheckedConvention<O>,
): CheckedConvention {
  return checked as unknown as CheckedConvention;
}

/** For what is one place: the server itself. */
export function oneOutcome(fault: string | undefined): CheckOutcome {
  return {
    checked: 1,
    broken: fault === undefined ? [] : [{ pointer: '', message: fault }],
  };
}
