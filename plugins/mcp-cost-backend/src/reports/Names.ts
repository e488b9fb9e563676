import {
  NO_VALUE,
  type Dimension,
  type DimensionValue,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { CatalogSnapshot } from '../catalog';

interface Titled {
  ref: string;
  title: string;
  ownerRef?: string;
  visibility?: 'organisation' | 'team';
}

/**
 * How the values of dimensions are called, as far as a caller may know: of a
 * private server or agent of another team only the ref, which its usage tells.
 */
export class Names {
  readonly #scope: CostScope;
  readonly #catalog: CatalogSnapshot;

  constructor(scope: CostScope, catalog: CatalogSnapshot) {
    this.#scope = scope;
    this.#catalog = catalog;
  }

  /** A value as it is stored: empty is "none". */
  of(dimension: Dimension, value: string): DimensionValue {
    if (value === '') {
      return {};
    }
    const entities = this.#entities(dimension);
    if (!entities) {
      return { value };
    }
    const entity = entities.get(value);
    return {
      value,
      title: entity && this.#mayKnow(entity) ? entity.title : undefined,
      known: entity !== undefined,
    };
  }

  /** A title, else the value, for lists and files. */
  textOf(dimension: Dimension, value: string): string {
    return this.of(dimension, value).title ?? value;
  }

  /** Values whose titles have a text, as far as the caller may know them. */
  matching(dimensions: readonly Dimension[], text: string): string[] {
    const wanted = text.toLocaleLowerCase('en-US');
    const refs = dimensions.flatMap(dimension =>
      [...(this.#entities(dimension)?.values() ?? [])]
        .filter(
          entity =>
            this.#mayKnow(entity) &&
            entity.title.toLocaleLowerCase('en-US').includes(wanted),
        )
        .map(({ ref }) => ref),
    );
    return NO_VALUE.includes(wanted) ? [...refs, ''] : refs;
  }

  #entities(dimension: Dimension): ReadonlyMap<string, Titled> | undefined {
    switch (dimension) {
      case 'team':
        return this.#catalog.teams;
      case 'server':
        return this.#catalog.servers;
      case 'agent':
        return this.#catalog.agents;
      default:
        return undefined;
    }
  }

  #mayKnow({ ownerRef, visibility }: Titled): boolean {
    const { teams } = this.#scope;
    return (
      visibility !== 'team' ||
      teams === 'all' ||
      (ownerRef !== undefined && teams.includes(ownerRef))
    );
  }
}
