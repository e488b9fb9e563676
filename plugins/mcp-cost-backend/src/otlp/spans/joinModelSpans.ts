import type { KeptAttribute } from '../decoding/attributes';
import type { Joins } from './Joins';
import type { SpanTree } from './SpanTree';

const NONE = -1;
/** Of frameworks around each other; more is nobody's honest trace. */
const MAX_NESTED = 16;

const TOKENS: KeptAttribute[] = [
  'gen_ai.usage.input_tokens',
  'gen_ai.usage.prompt_tokens',
  'gen_ai.usage.output_tokens',
  'gen_ai.usage.completion_tokens',
];

/**
 * Joins spans of the same model's call, as a framework and the client library
 * below it see it. The outermost that knows the tokens counts.
 */
export function joinModelSpans(tree: SpanTree, joins: Joins): void {
  const { roles } = tree;
  roles.forEach((role, index) => {
    const around = role === 'model' ? spansAround(tree, index) : [];
    if (around.length === 0) {
      return;
    }
    const knowing = around.find(outer => knowsTokens(tree, outer));
    if (knowing !== undefined) {
      joins.join(index, knowing);
    } else if (knowsTokens(tree, index)) {
      around
        .filter(outer => !joins.isInner(outer))
        .forEach(outer => joins.join(outer, index));
    }
  });
  // What knows no tokens, with nothing around or below that does.
  roles.forEach((role, index) => {
    if (
      role === 'model' &&
      !knowsTokens(tree, index) &&
      !joins.isInner(index)
    ) {
      const outermost = spansAround(tree, index).at(-1);
      if (outermost !== undefined) {
        joins.join(index, outermost);
      }
    }
  });
}

/** Spans around one that are for the same model, the nearest first. */
function spansAround(tree: SpanTree, index: number): number[] {
  const around: number[] = [];
  let outer = tree.above[index];
  while (
    outer !== NONE &&
    around.length < MAX_NESTED &&
    tree.roles[outer] === 'model' &&
    isSameModel(tree, index, outer)
  ) {
    around.push(outer);
    outer = tree.above[outer];
  }
  return around;
}

function isSameModel({ spans }: SpanTree, one: number, other: number): boolean {
  const its = (index: number, name: KeptAttribute) =>
    spans[index].attributes.get(name);
  const isEmbedding = (index: number) =>
    its(index, 'gen_ai.operation.name') === 'embeddings';
  const models = [one, other].map(index => its(index, 'gen_ai.request.model'));
  return (
    isEmbedding(one) === isEmbedding(other) &&
    (models.includes(undefined) || models[0] === models[1])
  );
}

function knowsTokens({ spans }: SpanTree, index: number): boolean {
  return TOKENS.some(name => spans[index].attributes.has(name));
}
