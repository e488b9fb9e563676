import { MAX_LENGTH } from '../../ingestion/names';
import type { KeptAttribute } from '../decoding/attributes';
import { textOf } from './readAttributes';
import type { SpanTree } from './SpanTree';

const NONE = -1;

const AGENT: KeptAttribute[] = ['gen_ai.agent.name', 'gen_ai.agent.id'];
const USER: KeptAttribute[] = ['enduser.id', 'user.id'];
const ENVIRONMENT: KeptAttribute[] = [
  'deployment.environment.name',
  'deployment.environment',
];

/** What SDKs call a service that has no name: `unknown_service:node`. */
const NO_SERVICE = /^unknown_service(:|$)/;

/**
 * Whose work a span is: what it says itself, else the nearest span above it in
 * the request, else its resource.
 */
export class SpanContext {
  readonly #tree: SpanTree;
  readonly #agentAbove: Int32Array;
  readonly #userAbove: Int32Array;

  constructor(tree: SpanTree) {
    const { spans } = tree;
    const says = (names: KeptAttribute[]) => (index: number) =>
      names.some(name => spans[index].attributes.has(name));
    this.#tree = tree;
    this.#agentAbove = tree.nearestAbove(says(AGENT));
    this.#userAbove = tree.nearestAbove(says(USER));
  }

  /**
   * All that may name the agent: what is said of an agent, then the service.
   *
   * @param outer - the span that counts for its call: a server's process has
   *   the server's name, not the agent's
   * @throws RefusedError when a name is no text
   */
  agentNames(index: number, outer: number): string[] {
    const said = [...this.#sources(index, this.#agentAbove)]
      .map(attributes =>
        AGENT.map(name => textOf(attributes, [name], MAX_LENGTH.agent)),
      )
      .find(names => names.some(name => name !== undefined));
    const service = textOf(
      this.#tree.spans[outer].resource.attributes,
      ['service.name'],
      MAX_LENGTH.agent,
    );
    const named = service !== undefined && NO_SERVICE.test(service);
    return [...(said ?? []), named ? undefined : service].filter(
      name => name !== undefined,
    );
  }

  user(index: number): string | undefined {
    for (const attributes of this.#sources(index, this.#userAbove)) {
      const user = textOf(attributes, USER, MAX_LENGTH.user);
      if (user !== undefined) {
        return user;
      }
    }
    return undefined;
  }

  environment(index: number, outer: number): string | undefined {
    return (
      this.#own(index, ENVIRONMENT, MAX_LENGTH.environment) ??
      this.#own(outer, ENVIRONMENT, MAX_LENGTH.environment)
    );
  }

  team(index: number): string | undefined {
    return this.#own(index, ['mcp_portal.team'], MAX_LENGTH.team);
  }

  #own(
    index: number,
    names: KeptAttribute[],
    maxLength: number,
  ): string | undefined {
    const { attributes, resource } = this.#tree.spans[index];
    return (
      textOf(attributes, names, maxLength) ??
      textOf(resource.attributes, names, maxLength)
    );
  }

  *#sources(index: number, above: Int32Array) {
    const { spans } = this.#tree;
    yield spans[index].attributes;
    if (above[index] !== NONE) {
      yield spans[above[index]].attributes;
    }
    yield spans[index].resource.attributes;
  }
}
