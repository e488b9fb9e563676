import type {
  BlastRadius,
  GateReport,
} from '@mcp-portal/plugin-mcp-registry-common';
import { ConflictError } from '@backstage/errors';

/** How many teams a sentence names. */
const NAMED_TEAMS = 5;

/**
 * That the compatibility gate does not let a version pass. Its report goes with
 * the HTTP answer, as `error.details`.
 */
export class GateRefusal extends ConflictError {
  readonly details: GateReport;

  constructor(ref: string, report: GateReport) {
    super(describeRefusal(ref, report));
    this.details = report;
  }
}

function describeRefusal(ref: string, report: GateReport): string {
  const { version, smallestVersion, breaks } = report;
  return `${version} of '${ref}' is refused: ${whyRefused(
    report,
  )}, so the smallest version that it can have is ${smallestVersion}${
    breaks.total > 0 ? `; it would break ${describeBroken(breaks)}` : ''
  }.`;
}

function whyRefused(report: GateReport): string {
  const { successor, base, diff } = report;
  if (successor) {
    return `${successor.version}, which is published, would not be compatible with it`;
  }
  switch (diff?.verdict) {
    case 'breaking': {
      const breaking = diff.changes.filter(item => item.class === 'breaking');
      const undecided = breaking.every(item => item.undecided);
      const verb = breaking.length === 1 ? 'breaks' : 'break';
      return `${breaking.length} of its changes since ${base} ${
        undecided ? 'may break' : verb
      } callers`;
    }
    case 'additive':
      return `it adds to ${base}`;
    default:
      return base ? `it differs from ${base}` : 'its number is not free';
  }
}

/** How many agents of which teams. */
export function describeBroken({ total, teams }: BlastRadius): string {
  const named = teams
    .slice(0, NAMED_TEAMS)
    .map(
      ({ owner, dependents }) =>
        `${owner.title ?? owner.ref} (${dependents.length})`,
    );
  const others = teams.length - named.length;
  return `${total} ${total === 1 ? 'agent' : 'agents'} of ${named.join(', ')}${
    others > 0 ? ` and ${others} more ${others === 1 ? 'team' : 'teams'}` : ''
  }`;
}
