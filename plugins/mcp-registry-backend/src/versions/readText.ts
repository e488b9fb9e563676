import { InputError } from '@backstage/errors';
import { checkVersion, VersionError } from '@mcp-portal/mcp-contract';

const MAX_REASON_LENGTH = 2_000;
const MAX_CHANGELOG_LENGTH = 20_000;

/**
 * A version number as it may be published.
 *
 * @throws InputError when it is none
 */
export function readVersion(text: string): string {
  try {
    checkVersion(text);
    return text;
  } catch (error) {
    if (error instanceof VersionError) {
      throw new InputError(error.message);
    }
    throw error;
  }
}

/**
 * Why something is done, in somebody's own words.
 *
 * @param of - what the reason is for, for the message
 * @throws InputError when it says nothing, or too much
 */
export function readReason(text: string, of: string): string {
  const reason = text.trim();
  if (!reason) {
    throw new InputError(`Give a reason for ${of}: others will read it.`);
  }
  return readBounded(reason, `The reason for ${of}`, MAX_REASON_LENGTH);
}

/** @throws InputError when it is too long */
export function readChangelog(text: string | undefined): string | undefined {
  return text?.trim()
    ? readBounded(text, 'The changelog', MAX_CHANGELOG_LENGTH)
    : undefined;
}

/**
 * A day, as `YYYY-MM-DD`.
 *
 * @throws InputError when the calendar has no such day
 */
export function readDay(text: string): string {
  const instant = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(text) ||
    Number.isNaN(instant.getTime()) ||
    !instant.toISOString().startsWith(text)
  ) {
    throw new InputError(
      `${JSON.stringify(text)} is no day. Write it as 2027-01-31.`,
    );
  }
  return text;
}

function readBounded(text: string, subject: string, maxLength: number): string {
  if (text.length > maxLength) {
    throw new InputError(
      `${subject} has ${text.length} characters; at most ${maxLength} are kept.`,
    );
  }
  // PostgreSQL keeps no text with it.
  if (text.includes('\u0000')) {
    throw new InputError(`${subject} has a NUL character; leave it out.`);
  }
  return text;
}
