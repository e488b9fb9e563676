import { AuthorizeResult } from '@backstage/plugin-permission-common';

import { PolicyRule } from './PolicyRule';

/**
 * What shows how the portal itself is run, such as its configuration: nobody
 * but platform admins, although some of it is only read.
 */
export const operationsRule: PolicyRule = ({ name }) =>
  name.startsWith('devtools.') ? { result: AuthorizeResult.DENY } : undefined;
