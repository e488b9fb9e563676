import type { CheckedConvention } from './CheckedConvention';
import type { Convention } from './convention';
import { authDeclared } from './rules/authDeclared';
import { outputSchema } from './rules/outputSchema';
import { parameterDescribed } from './rules/parameterDescribed';
import { serverName } from './rules/serverName';
import { serverVersion } from './rules/serverVersion';
import { toolAnnotated } from './rules/toolAnnotated';
import { toolDescribed } from './rules/toolDescribed';
import { toolListSize } from './rules/toolListSize';
import { toolNames } from './rules/toolNames';
import { unknownToolRefused } from './rules/unknownToolRefused';

/** All conventions with their checks, in the order of reports. */
export const CHECKED_CONVENTIONS: readonly CheckedConvention[] = [
  serverName,
  serverVersion,
  authDeclared,
  toolNames,
  toolDescribed,
  parameterDescribed,
  toolAnnotated,
  outputSchema,
  toolListSize,
  unknownToolRefused,
];

/**
 * All conventions with their default severities and options. Ids are unique.
 * @public
 */
export const CONVENTIONS: readonly Convention[] = Object.freeze(
  CHECKED_CONVENTIONS.map(({ convention }) => convention),
);
