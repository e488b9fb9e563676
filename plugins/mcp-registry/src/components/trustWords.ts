import type {
  DataSensitivity,
  Trust,
} from '@mcp-portal/plugin-mcp-registry-common';

export const TRUST_WORDS: Record<Trust, string> = {
  internal: 'Internal',
  'verified-third-party': 'Verified',
  unverified: 'Unverified',
};

/** What each word of trust stands for. */
export const TRUST_MEANINGS: Record<Trust, string> = {
  internal: 'Made by this organisation.',
  'verified-third-party':
    'Made by a third party, and checked by this organisation.',
  unverified: 'Nobody here has checked it.',
};

export const SENSITIVITY_WORDS: Record<DataSensitivity, string> = {
  public: 'Public data',
  internal: 'Internal data',
  confidential: 'Confidential data',
  restricted: 'Restricted data',
};
