import {
  describableNames,
  isUndescribed,
  knowsOtherProperties,
  knowsProperty,
} from './described';
import type { Core } from './elements';
import { patternSchemas } from './ObjectView';
import type { Prover } from './Prover';
import type { SchemaNode } from './SchemaDocument';
import type { State } from './State';

/** Each pattern more doubles the cases. */
const MAX_PATTERNS = 6;

/** Proves what a core says of objects. */
export function proveObject(
  prover: Prover,
  one: State,
  core: Core,
  strict: boolean,
): boolean {
  return (
    provesRequired(one, core) &&
    provesDependentRequired(prover, one, core, strict) &&
    provesPropertyCount(prover, one, core) &&
    provesProperties(prover, one, core, strict) &&
    provesOtherProperties(prover, one, core, strict) &&
    provesPropertyNames(prover, one, core, strict)
  );
}

function provesRequired({ view }: State, { required }: Core): boolean {
  return !required || required.every(name => view.objects.required.has(name));
}

/** True when no object of the state has that property. */
export function isAbsent(
  prover: Prover,
  one: State,
  name: string,
  strict: boolean,
): boolean {
  const { objects, cores } = one.view;
  return (
    (!strict && isUndescribed(prover, one, name)) ||
    cores.some(
      ({ propertyNames }) =>
        propertyNames &&
        prover.evaluator.accepts(propertyNames, name) === false,
    ) ||
    prover.isEmptyInside(objects.property(name).state)
  );
}

export function provesDependentRequired(
  prover: Prover,
  one: State,
  { dependentRequired }: Core,
  strict: boolean,
): boolean {
  for (const [name, others] of dependentRequired ?? []) {
    const { required } = one.view.objects;
    if (
      !others.every(other => required.has(other)) &&
      !isAbsent(prover, one, name, strict)
    ) {
      const given = prover.space.withPresence(one, name).view.objects.required;
      if (!others.every(other => given.has(other))) {
        return false;
      }
    }
  }
  return true;
}

export function fewestProperties({ view }: State): number {
  return Math.max(
    view.count('minProperties')?.value ?? 0,
    view.objects.required.size,
  );
}

/** Where objects are closed, they have the listed properties at most. */
export function mostProperties(prover: Prover, one: State): number {
  const { view } = one;
  const limit = view.count('maxProperties')?.value ?? Infinity;
  const { objects } = view;
  if (
    objects.patterns.size > 0 ||
    !prover.isEmptyInside(objects.others(new Set()))
  ) {
    return limit;
  }
  const possible = [...describableNames(prover, one)].filter(
    name => !isAbsent(prover, one, name, true),
  );
  return Math.min(limit, possible.length);
}

function provesPropertyCount(prover: Prover, one: State, core: Core): boolean {
  const { minProperties, maxProperties } = core.counts ?? {};
  return (
    (minProperties === undefined || fewestProperties(one) >= minProperties) &&
    (maxProperties === undefined ||
      mostProperties(prover, one) <= maxProperties)
  );
}

function provesProperties(
  prover: Prover,
  one: State,
  core: Core,
  strict: boolean,
): boolean {
  const { space } = prover;
  const { objects } = one.view;
  const names = new Set(core.properties?.keys());
  if (core.closer || core.patterns) {
    describableNames(prover, one).forEach(name => names.add(name));
  }
  space.budget.spend(names.size >> 4);
  for (const name of names) {
    const asked = askedOf(prover, core, name).filter(
      schema => !isListed(prover, one, name, schema),
    );
    const isUnknown = () => !strict && isUndescribed(prover, one, name);
    if (asked.length > 0 && !isUnknown()) {
      const { state } = objects.property(name);
      const isStrict = strict || !knowsProperty(prover, one, name);
      const isProven = asked.every(schema =>
        prover.includesInner(state, space.of(schema), isStrict),
      );
      if (!isProven && !isAbsent(prover, one, name, strict)) {
        return false;
      }
    }
  }
  return true;
}

/** The state lists the property with that very schema. */
function isListed(
  { sameText }: Prover,
  { view }: State,
  name: string,
  schema: SchemaNode,
): boolean {
  const listed = view.objects.listed.get(name);
  return listed?.some(own => sameText.of(own, schema)) === true;
}

/** All that a core may ask of a property. */
function askedOf(prover: Prover, core: Core, name: string): SchemaNode[] {
  const { patterns } = prover.space;
  const own = core.properties?.get(name);
  const mayMatch = (pattern: string) =>
    patterns.matches(pattern, name) !== false;
  const certainlyMatches = (pattern: string) =>
    patterns.matches(pattern, name) === true;
  const { closer } = core;
  if (own && !core.patterns && closer?.names.has(name) !== false) {
    return [own];
  }
  const isDescribed =
    closer?.names.has(name) || closer?.patterns.some(certainlyMatches);
  return [
    ...(own ? [own] : []),
    ...[...(core.patterns ?? [])]
      .filter(([pattern]) => mayMatch(pattern))
      .map(([, schema]) => schema),
    ...(closer && !isDescribed ? [closer.schema] : []),
  ];
}

/** For names that neither lists: by which of all patterns they match. */
export function provesOtherProperties(
  prover: Prover,
  one: State,
  core: Core,
  strict: boolean,
): boolean {
  const { closer, patterns } = core;
  if (!closer && !patterns) {
    return true;
  }
  const { objects } = one.view;
  const all = [
    ...new Set([
      ...objects.patterns,
      ...(patterns?.keys() ?? []),
      ...(closer?.patterns ?? []),
    ]),
  ];
  if (all.length > MAX_PATTERNS) {
    return false;
  }
  const isStrict = strict || !knowsOtherProperties(prover, one);
  for (let bits = 0; bits < 2 ** all.length; bits++) {
    const matched = new Set(all.filter((_, index) => (bits >> index) & 1));
    const given = objects.others(matched);
    const asked = [
      ...patternSchemas(core, matched),
      ...(closer && !closer.patterns.some(pattern => matched.has(pattern))
        ? [closer.schema]
        : []),
    ];
    const isProven =
      prover.isEmptyInside(given) ||
      asked.every(schema =>
        prover.includesInner(given, prover.space.of(schema), isStrict),
      );
    if (!isProven) {
      return false;
    }
  }
  return true;
}

export function provesPropertyNames(
  prover: Prover,
  one: State,
  { propertyNames }: Core,
  strict: boolean,
): boolean {
  if (!propertyNames) {
    return true;
  }
  const { objects, cores } = one.view;
  const wanted = prover.space.of(propertyNames);
  const said = prover.space.stateOf(
    cores.flatMap(core => core.propertyNames ?? []),
  );
  if (prover.includesInner(said, wanted, strict)) {
    return true;
  }
  return (
    objects.patterns.size === 0 &&
    prover.isEmptyInside(objects.others(new Set())) &&
    [...describableNames(prover, one)].every(
      name =>
        isAbsent(prover, one, name, strict) ||
        prover.evaluator.accepts(propertyNames, name) === true,
    )
  );
}
