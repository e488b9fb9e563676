import type { CheckedConvention, CheckOutcome } from './CheckedConvention';
import type {
  ConventionFinding,
  ConventionReport,
  ConventionSettings,
  ConventionSubject,
} from './convention';
import { scoreOf } from './score';
import { settleChecked } from './settleConventions';

const SEVERITIES = ['error', 'warning', 'info'] as const;
const DEFAULT_MAX_FINDINGS = 100;

type ActiveSeverity = (typeof SEVERITIES)[number];
type CheckedReport = ConventionReport['conventions'][number];

/**
 * Looks how far a server keeps the conventions. What is not known of it is
 * skipped, and counts neither for nor against it.
 *
 * @param settings - what the platform team wants otherwise, by convention
 * @param options - `maxFindings` (default 100) limits what is listed, not what
 *   is counted
 * @throws `SettingError` when a setting names no convention, option or value
 * @public
 */
export function checkConventions(
  subject: ConventionSubject,
  settings: ConventionSettings = {},
  options: { maxFindings?: number } = {},
): ConventionReport {
  const { maxFindings = DEFAULT_MAX_FINDINGS } = options;
  const results = settleChecked(settings).flatMap(checked => {
    const { severity } = checked.convention;
    return severity === 'off' ? [] : [runCheck(checked, severity, subject)];
  });
  const findings = SEVERITIES.flatMap(severity =>
    results
      .filter(({ report }) => report.severity === severity)
      .flatMap(result => result.findings),
  );
  const reports = results.map(({ report }) => report);
  return {
    score: scoreOf(reports),
    conventions: reports,
    findings: findings.slice(0, maxFindings),
    totalFindings: findings.length,
    ...(subject.toolListTokens === undefined
      ? {}
      : { toolListTokens: subject.toolListTokens }),
  };
}

function runCheck(
  { convention, check }: CheckedConvention,
  severity: ActiveSeverity,
  subject: ConventionSubject,
): { report: CheckedReport; findings: ConventionFinding[] } {
  const { id, title, why, fix, options } = convention;
  const outcome = check(subject, options);
  return {
    report: { id, title, severity, why, fix, ...countOf(outcome) },
    findings:
      'skipped' in outcome
        ? []
        : outcome.broken.map(place => ({ convention: id, severity, ...place })),
  };
}

function countOf(outcome: CheckOutcome) {
  if ('skipped' in outcome) {
    return {
      outcome: 'skipped' as const,
      checked: 0,
      broken: 0,
      reason: outcome.skipped,
    };
  }
  const broken = outcome.broken.length;
  return {
    outcome: broken === 0 ? ('kept' as const) : ('broken' as const),
    checked: outcome.checked,
    broken,
  };
}
