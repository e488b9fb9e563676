import {
  getOwn,
  isJsonObject,
  type JsonSchema,
} from '../../canonical/JsonValue';
import { Allowance } from './Allowance';
import { type Budget, TooComplexError } from './Budget';
import { Comparison } from './Comparison';
import { equalJson } from './equalJson';
import { Findings, type Spot } from './Findings';
import { Prover } from './Prover';
import { SameText } from './sameText';
import { SchemaDocument } from './SchemaDocument';
import type { SchemaFinding } from './SchemaFinding';
import type { Side } from './schemaRules';
import { StateSpace } from './StateSpace';

/**
 * What changed from one schema to the other, and what it means on that side of
 * a tool. The same findings in the same order for the same schemas.
 */
export function compareSchemas(
  before: JsonSchema,
  after: JsonSchema,
  side: Side,
  allowance = new Allowance(),
): SchemaFinding[] {
  return allowance.take(budget => compareWithin(budget, before, after, side));
}

/** As {@link compareSchemas}, taking as many steps as the budget has. */
export function compareWithin(
  budget: Budget,
  before: JsonSchema,
  after: JsonSchema,
  side: Side,
): SchemaFinding[] {
  const findings = new Findings(side);
  let last = 0;
  const nextId = () => {
    last += 1;
    return last;
  };
  const one = new SchemaDocument(before, nextId);
  const other = new SchemaDocument(after, nextId);
  compareDialects(one, other, findings, side);
  if (one.dialect === undefined || other.dialect === undefined) {
    return findings.inOrder();
  }
  try {
    const space = new StateSpace(nextId, budget);
    const prover = new Prover(space, new SameText(one, other, budget));
    const comparison = new Comparison(prover, side, findings);
    comparison.compareWhole(space.of(one.root), space.of(other.root));
  } catch (error) {
    if (error instanceof TooComplexError) {
      return tooComplex(side);
    }
    throw error;
  }
  return findings.inOrder();
}

function tooComplex(side: Side): SchemaFinding[] {
  const findings = new Findings(side);
  findings.add('too-complex', {
    before: { pointer: '' },
    after: { pointer: '' },
    message: `The ${side} changed; its schemas are too complex to compare.`,
  });
  return findings.inOrder();
}

function compareDialects(
  one: SchemaDocument,
  other: SchemaDocument,
  findings: Findings,
  side: Side,
): void {
  const [before, after] = [spotOfDialect(one), spotOfDialect(other)];
  const isUnknown = one.dialect === undefined || other.dialect === undefined;
  if (isUnknown && !equalJson(one.root.json, other.root.json)) {
    findings.add('dialect-unknown', {
      before,
      after,
      message: `The ${side} changed, in a dialect of JSON Schema that is not known.`,
    });
  } else if (one.dialect !== other.dialect) {
    findings.add('dialect-changed', {
      before,
      after,
      message: `The schema of the ${side} is now written in another draft of JSON Schema.`,
    });
  }
}

function spotOfDialect({ root }: SchemaDocument): Spot | undefined {
  const { json } = root;
  const value = isJsonObject(json) ? getOwn(json, '$schema') : undefined;
  return value === undefined
    ? undefined
    : { pointer: root.pointerTo('$schema'), value };
}
