import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'sample-agent.key';
/** A service key ends 90 days after the portal first saw it; this leaves time for the portal to be started again. */
const RENEW_AFTER_MS = 60 * 24 * 60 * 60 * 1000;
const FORM = /^mcpk_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/;

/** The service key of the sample agent: made once, and kept between starts where only its owner can read it. */
export async function ensureSampleAgentKey(folder, { now = Date.now() } = {}) {
  const file = join(folder, FILE);
  const known = await readSampleAgentKey(folder);
  if (known && now - (await fs.stat(file)).mtimeMs < RENEW_AFTER_MS) {
    return known;
  }
  const id = randomBytes(8).toString('hex');
  const key = `mcpk_${id}_${randomBytes(32).toString('base64url')}`;
  // The mode holds for new files only.
  await fs.rm(file, { force: true });
  await fs.writeFile(file, `${key}\n`, { mode: 0o600 });
  return key;
}

/** The key, if there is a good one. */
export async function readSampleAgentKey(folder) {
  try {
    const key = (await fs.readFile(join(folder, FILE), 'utf8')).trim();
    return FORM.test(key) ? key : undefined;
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
