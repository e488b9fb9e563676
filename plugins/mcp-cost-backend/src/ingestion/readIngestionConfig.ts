import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'mcpCost.ingestion';
const MIB = 2 ** 20;

/** How much usage is taken in. */
export interface IngestionConfig {
  maxAgeDays: number;
  /** Of one body, before and after decompression. */
  maxBodyBytes: number;
  /** Of all bodies that are being read. */
  maxBytesInFlight: number;
  /** Of what was read and is not stored yet. */
  maxRecordsInFlight: number;
  maxNewNamesPerDay: number;
}

/** @throws InputError when a number is out of its range */
export function readIngestionConfig(config: Config): IngestionConfig {
  const number = (name: string, usual: number, least: number) => {
    const value = config.getOptionalNumber(`${KEY}.${name}`) ?? usual;
    if (!Number.isInteger(value) || value < least) {
      throw new InputError(
        `${KEY}.${name} is ${value}; it must be a whole number from ${least}.`,
      );
    }
    return value;
  };
  const maxBodyBytes = number('maxBodyBytes', 20 * MIB, 1_024);
  return {
    maxAgeDays: number('maxAgeDays', 90, 1),
    maxBodyBytes,
    // Half of it is one sender's: a body that is compressed counts once.
    maxBytesInFlight: Math.max(
      number('maxBytesInFlight', 64 * MIB, 1_024),
      2 * maxBodyBytes,
    ),
    maxRecordsInFlight: number('maxRecordsInFlight', 50_000, 1_000),
    maxNewNamesPerDay: number('maxNewNamesPerDay', 10_000, 1),
  };
}
