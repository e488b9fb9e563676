import { readFile } from 'node:fs/promises';

import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod';

import { SampleProfile, sampleProfileSchema } from './SampleProfile';

/**
 * @param path - of a YAML file, in the form of `examples/usage/usage.yaml`
 * @throws InputError when it can't be read, or what it says makes no sense
 */
export async function readSampleProfile(path: string): Promise<SampleProfile> {
  let content: unknown;
  try {
    content = parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new InputError(
      `The sample usage that mcpCost.sample.usage names can't be read: ${error}. Correct the path, or leave the setting out.`,
    );
  }
  const result = sampleProfileSchema.safeParse(content);
  if (!result.success) {
    throw new InputError(
      `The sample usage is not in the right form: ${z.prettifyError(
        result.error,
      )}`,
    );
  }
  return result.data;
}
