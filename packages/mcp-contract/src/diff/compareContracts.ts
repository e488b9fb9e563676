import type { Contract } from '../snapshot/contract';
import type { ContractDiff } from './change';
import { compareCapabilities } from './compareCapabilities';
import { compareFields } from './compareFields';
import { checkSeverities, type CompareOptions } from './compareOptions';
import { comparePrompts } from './comparePrompts';
import { compareResources, compareResourceTemplates } from './compareResources';
import { compareTools } from './compareTools';
import { judgeFindings } from './judgeFindings';
import { requiredBump, verdictOf } from './verdict';

/**
 * Finds what changed between two contracts, and what that means to those who
 * use the first. Meaning is compared, not text: what is written in another way
 * is no change.
 *
 * @param before - as `createSnapshot` or `parseSnapshot` gives it
 * @param after - likewise
 * @throws `SettingError` when a severity names no rule or no class
 * @public
 */
export function compareContracts(
  before: Contract,
  after: Contract,
  options: CompareOptions = {},
): ContractDiff {
  checkSeverities(options.severities);
  const changes = judgeFindings(
    before === after
      ? []
      : [
          ...compareTools(before.tools, after.tools),
          ...comparePrompts(before.prompts, after.prompts),
          ...compareResources(before.resources, after.resources),
          ...compareResourceTemplates(
            before.resourceTemplates,
            after.resourceTemplates,
          ),
          ...compareCapabilities(before.capabilities, after.capabilities),
          ...compareInstructions(before, after),
        ],
    options,
  );
  const verdict = verdictOf(changes);
  return { verdict, requiredBump: requiredBump(verdict), changes };
}

function compareInstructions(before: Contract, after: Contract) {
  return compareFields(
    before,
    after,
    [
      {
        name: 'instructions',
        label: 'instructions',
        plural: true,
        rule: 'instructions-changed',
      },
    ],
    { item: {}, subject: 'the server', pointer: '' },
  );
}
