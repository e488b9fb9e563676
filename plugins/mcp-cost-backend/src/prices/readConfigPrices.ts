import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type {
  PriceAmounts,
  PriceRequest,
  PriceSubject,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { PriceDraft } from './PriceDraft';
import { readPriceRequest } from './readPriceRequest';
import { subjectKey } from './subjectKey';

const KEY = 'mcpCost.prices';

/**
 * The prices of the config, checked.
 *
 * @throws InputError that names the one that is wrong
 */
export function readConfigPrices(config: Config, today: number): PriceDraft[] {
  const seen = new Map<string, number>();
  return (config.getOptionalConfigArray(KEY) ?? []).map((entry, index) => {
    const draft = read(entry, index, today);
    const name = `${draft.validFrom} ${subjectKey(draft.subject)}`;
    const other = seen.get(name);
    if (other !== undefined) {
      throw new InputError(
        `${KEY}[${index}] is for the same, from the same day, as ${KEY}[${other}]; remove one of them.`,
      );
    }
    seen.set(name, index);
    return draft;
  });
}

function read(entry: Config, index: number, today: number): PriceDraft {
  try {
    return readPriceRequest(
      {
        subject: readSubject(entry.getConfig('subject')),
        amounts: readAmounts(entry.getConfig('amounts')),
        validFrom: entry.getString('validFrom'),
        note: entry.getOptionalString('note'),
      } satisfies PriceRequest,
      { today },
    );
  } catch (error) {
    throw new InputError(`${KEY}[${index}]: ${(error as Error).message}`);
  }
}

function readSubject(config: Config): PriceSubject {
  const kind = config.getString('kind') as PriceSubject['kind'];
  switch (kind) {
    case 'tool-call':
      return {
        kind,
        serverRef: config.getString('serverRef'),
        tool: config.getOptionalString('tool'),
      };
    case 'model-tokens':
      return {
        kind,
        model: config.getString('model'),
        provider: config.getOptionalString('provider'),
      };
    case 'unit':
      return {
        kind,
        unit: config.getString('unit'),
        serverRef: config.getOptionalString('serverRef'),
      };
    default:
      return { kind, serverRef: config.getString('serverRef') };
  }
}

function readAmounts(config: Config): PriceAmounts {
  const perUnit = readAmount(config, 'perUnit');
  if (perUnit !== undefined) {
    return { perUnit };
  }
  const [inputPerMillion, cachedInputPerMillion, outputPerMillion] = [
    'inputPerMillion',
    'cachedInputPerMillion',
    'outputPerMillion',
  ].map(field => readAmount(config, field));
  if (inputPerMillion === undefined || outputPerMillion === undefined) {
    throw new InputError(
      'amounts needs perUnit, or inputPerMillion and outputPerMillion',
    );
  }
  return { inputPerMillion, cachedInputPerMillion, outputPerMillion };
}

/** YAML takes 0.25 for a number; its shortest text is what was written. */
function readAmount(config: Config, field: string): string | undefined {
  const amount = config.getOptional(field);
  return typeof amount === 'number'
    ? String(amount)
    : config.getOptionalString(field);
}
