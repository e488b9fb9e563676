import type { Beside, Closer, Reach } from './elements';
import type { Prover } from './Prover';
import type { SchemaNode } from './SchemaDocument';
import type { State } from './State';

/**
 * Nobody may rely on a property that nothing describes. To tell, one has to
 * know all that may describe it: a state follows no branch and no condition,
 * and in one case of an `anyOf`, other branches may hold as well.
 */

/** True when nothing describes that property, in any case. */
export function isUndescribed(
  prover: Prover,
  one: State,
  name: string,
): boolean {
  const { objects, reach } = one.view;
  return (
    !objects.property(name).declared &&
    !objects.mentioned.has(name) &&
    !one.view.listsComposed &&
    !mayMention(prover, reach, name) &&
    !isBeside(prover, one, other => mayMention(prover, other, name))
  );
}

/** True when the state holds all that may be said of what is in a property. */
export function knowsProperty(
  prover: Prover,
  one: State,
  name: string,
): boolean {
  const { objects, reach } = one.view;
  return (
    !objects.property(name).vague &&
    !one.view.listsComposed &&
    !mayDescribe(prover, reach, name) &&
    !isBeside(prover, one, other => mayDescribe(prover, other, name))
  );
}

/** The same of all properties that the state does not name. */
export function knowsOtherProperties(prover: Prover, one: State): boolean {
  const { reach, cores } = one.view;
  return (
    !isWide(reach) &&
    !one.view.listsComposed &&
    !cores.some(core => isVague(core.closer)) &&
    !isBeside(prover, one, isWide)
  );
}

/** The same of all items. */
export function knowsItems(prover: Prover, one: State): boolean {
  const { reach } = one.view;
  return (
    !isAboutItems(reach) &&
    !one.view.listsComposed &&
    !one.view.arrays.cores.some(
      core =>
        core.tail?.depends ||
        (core.contains &&
          describesAnything(
            prover.space.closures.reaches.of(core.contains.schema),
          )),
    ) &&
    !isBeside(prover, one, isAboutItems)
  );
}

/** Names that may be described, whether the state lists them or not. */
export function describableNames({ space }: Prover, one: State): Set<string> {
  const { objects, reach, cores, besides } = one.view;
  const names = new Set([
    ...objects.names,
    ...objects.required,
    ...reach.names,
  ]);
  for (const { closer } of cores) {
    closer?.perhaps?.names.forEach(name => names.add(name));
  }
  for (const { branches } of besides) {
    for (const branch of branches) {
      space.closures.reaches.of(branch).names.forEach(name => names.add(name));
    }
  }
  return names;
}

function isWide({ all, listed, patterns }: Reach): boolean {
  return all || listed || patterns.size > 0;
}

/** Which names it is about can't be told by name alone. */
function isVague(closer: Closer | undefined): boolean {
  return (
    closer?.perhaps !== undefined &&
    (closer.perhaps.open || isWide(closer.perhaps))
  );
}

function isAboutItems({ items, listed }: Reach): boolean {
  return items || listed;
}

function describesAnything(reach: Reach): boolean {
  return (
    isWide(reach) ||
    isAboutItems(reach) ||
    reach.names.size + reach.mentioned.size > 0
  );
}

function mayDescribe({ space }: Prover, reach: Reach, name: string): boolean {
  return (
    reach.all ||
    reach.listed ||
    reach.names.has(name) ||
    [...reach.patterns].some(
      pattern => space.patterns.matches(pattern, name) !== false,
    )
  );
}

function mayMention(prover: Prover, reach: Reach, name: string): boolean {
  return reach.mentioned.has(name) || mayDescribe(prover, reach, name);
}

/** Whether another branch, one that may hold as well, is about something. */
function isBeside(
  prover: Prover,
  one: State,
  isAbout: (reach: Reach) => boolean,
): boolean {
  return one.view.besides.some(
    beside => branchBeside(prover, one, beside, isAbout) !== undefined,
  );
}

function branchBeside(
  prover: Prover,
  one: State,
  { branches }: Beside,
  isAbout: (reach: Reach) => boolean,
): SchemaNode | undefined {
  return branches.find(
    branch =>
      isAbout(prover.space.closures.reaches.of(branch)) &&
      !prover.areDisjoint(one, prover.space.of(branch)),
  );
}

/** The cases in which another branch that describes something holds, or not. */
export function casesBeside(prover: Prover, one: State): readonly State[] {
  for (const beside of one.view.besides) {
    const branch = branchBeside(prover, one, beside, describesAnything);
    if (branch) {
      return prover.space.casesBeside(one, beside, branch);
    }
  }
  return [];
}
