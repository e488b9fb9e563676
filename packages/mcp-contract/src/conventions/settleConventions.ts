import { SettingError } from '../settings/SettingError';
import type { CheckedConvention, ConventionOptions } from './CheckedConvention';
import type {
  Convention,
  ConventionSettings,
  ConventionSeverity,
} from './convention';
import { CHECKED_CONVENTIONS } from './conventions';
import { matchesPattern } from './matchesPattern';

const SEVERITIES: readonly ConventionSeverity[] = [
  'error',
  'warning',
  'info',
  'off',
];

/**
 * The conventions as the platform team wants them: with the severities and
 * options in force.
 *
 * @throws `SettingError` when a setting names no convention, option or value;
 *   it says what is allowed
 * @public
 */
export function settleConventions(
  settings: ConventionSettings = {},
): Convention[] {
  return settleChecked(settings).map(({ convention }) => convention);
}

/** As {@link settleConventions}, with the checks. */
export function settleChecked(
  settings: ConventionSettings,
): CheckedConvention[] {
  refuseUnknown(
    'conventions',
    settings,
    CHECKED_CONVENTIONS.map(({ convention }) => convention.id),
  );
  return CHECKED_CONVENTIONS.map(checked => settle(checked, settings));
}

function settle(
  checked: CheckedConvention,
  settings: ConventionSettings,
): CheckedConvention {
  const { convention } = checked;
  const setting = `conventions.${convention.id}`;
  const wanted = Object.prototype.hasOwnProperty.call(settings, convention.id)
    ? settings[convention.id]
    : {};
  refuseUnknown(setting, wanted, ['severity', 'options']);
  const { severity = convention.severity, options = {} } = wanted;
  if (!SEVERITIES.includes(severity)) {
    throw refusal(`${setting}.severity`, severity, `one of ${SEVERITIES}`);
  }
  refuseUnknown(`${setting}.options`, options, Object.keys(convention.options));
  for (const [name, value] of Object.entries(options)) {
    checkOption(checked, name, value);
  }
  return {
    ...checked,
    convention: {
      ...convention,
      severity,
      options: { ...convention.options, ...options },
    },
  };
}

function checkOption(
  { convention, choices = {}, patterns = [] }: CheckedConvention,
  name: string,
  value: ConventionOptions[string],
) {
  const setting = `conventions.${convention.id}.options.${name}`;
  const choice = choices[name];
  if (choice && !choice.includes(value as string)) {
    throw refusal(setting, value, `one of ${choice.join(', ')}`);
  }
  const type = typeof convention.options[name];
  if (
    type === 'number' &&
    !(Number.isSafeInteger(value) && Number(value) >= 0)
  ) {
    throw refusal(setting, value, 'a whole number from 0 on');
  }
  if (typeof value !== type) {
    throw refusal(setting, value, `a ${type}`);
  }
  if (patterns.includes(name) && !isPattern(value as string)) {
    throw refusal(setting, value, 'a regular expression of RE2');
  }
}

function isPattern(pattern: string): boolean {
  try {
    matchesPattern(pattern, '');
    return true;
  } catch {
    return false;
  }
}

function refuseUnknown(
  setting: string,
  given: object,
  known: readonly string[],
) {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw refusal(setting, given, 'an object');
  }
  const unknown = Object.keys(given).find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new SettingError({
      setting: `${setting}.${unknown}`,
      problem: 'there is no such setting',
      advice:
        known.length > 0 ? `Use one of ${known.join(', ')}` : 'Leave it out',
    });
  }
}

function refusal(setting: string, value: unknown, wanted: string) {
  return new SettingError({
    setting,
    problem: `${JSON.stringify(value)} can not be used`,
    advice: `Give ${wanted}`,
  });
}
