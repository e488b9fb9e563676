import type { ContractTool } from '../snapshot/contract';
import { compareCodeUnits } from '../canonical/writeCanonicalJson';
import { likeness, profileOf, type ToolProfile } from './toolLikeness';

/** From here on, two tools are taken for one that was renamed. */
const LIKE_ENOUGH = 0.7;

/** What more tools than this have in common tells none of them apart. */
const MAX_SHARING = 16;

/**
 * For each removed tool, the added one that it may have become. No added tool
 * is named twice; the most alike are matched first, so that the answer does
 * not depend on any order.
 */
export function suggestRenames(
  removed: readonly ContractTool[],
  added: readonly ContractTool[],
): Map<string, string> {
  const pairs = alikePairs(removed.map(profileOf), added.map(profileOf));
  pairs.sort(
    (a, b) =>
      b.score - a.score ||
      compareCodeUnits(a.from, b.from) ||
      compareCodeUnits(a.to, b.to),
  );
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of pairs) {
    if (!renames.has(from) && !taken.has(to)) {
      renames.set(from, to);
      taken.add(to);
    }
  }
  return renames;
}

function alikePairs(
  removed: readonly ToolProfile[],
  added: readonly ToolProfile[],
) {
  const sharing = indexTraits(added);
  return removed.flatMap(from => {
    const candidates = new Set<ToolProfile>();
    for (const trait of from.traits) {
      const others = sharing.get(trait) ?? [];
      if (others.length <= MAX_SHARING) {
        others.forEach(other => candidates.add(other));
      }
    }
    return [...candidates]
      .map(to => ({ from: from.name, to: to.name, score: likeness(from, to) }))
      .filter(({ score }) => score >= LIKE_ENOUGH);
  });
}

/** Not each removed tool with each added: a thousand of both are a million. */
function indexTraits(tools: readonly ToolProfile[]) {
  const index = new Map<string, ToolProfile[]>();
  for (const tool of tools) {
    for (const trait of tool.traits) {
      const sharing = index.get(trait);
      if (sharing) {
        sharing.push(tool);
      } else {
        index.set(trait, [tool]);
      }
    }
  }
  return index;
}
