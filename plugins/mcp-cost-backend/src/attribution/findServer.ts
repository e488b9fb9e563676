import type { CatalogIndex } from './CatalogIndex';
import { completeRef } from './completeRef';
import type { Refs } from './NameIndex';
import { askedKeys, parseServerAddress } from './serverAddress';

const DEFAULT_NAMESPACE = 'default';
/** A host, with a dot or a port so that it is no mere name. */
const HOST_LIKE = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?(\/\S*)?$/i;

/**
 * The server that some names are of, the most exact first: entity ref, name, name
 * in registries, address, and host where only one server is there. Where several
 * could be meant, the one that the agent declares; else none.
 *
 * @param declaredRefs - servers that the agent declares
 */
export function findServer(
  index: CatalogIndex,
  names: readonly string[],
  declaredRefs: readonly string[],
): string | undefined {
  for (const name of names) {
    const found =
      onlyName(index.serversNamed(name), declaredRefs) ??
      onlyName(
        index.serversNamed(completeRef(name, 'api') ?? ''),
        declaredRefs,
      ) ??
      findByAddress(index, name, declaredRefs);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function findByAddress(
  index: CatalogIndex,
  name: string,
  declaredRefs: readonly string[],
): string | undefined {
  const address = parseServerAddress(HOST_LIKE.test(name) ? `//${name}` : name);
  if (address === undefined) {
    return undefined;
  }
  const keys = askedKeys(address);
  return (
    only(index.serversAt(keys.address), declaredRefs) ??
    only(index.serversOnHost(keys.host), declaredRefs)
  );
}

function only(refs: Refs, declaredRefs: readonly string[]): string | undefined {
  if (refs.size <= 1) {
    return refs.values().next().value;
  }
  const declared = declaredRefs.filter(ref => refs.has(ref));
  return declared.length === 1 ? declared[0] : undefined;
}

/** As everywhere in a catalog, a mere name means the default namespace. */
function onlyName(
  refs: Refs,
  declaredRefs: readonly string[],
): string | undefined {
  const found = only(refs, declaredRefs);
  if (found !== undefined || refs.size === 0) {
    return found;
  }
  const usual = [...refs].filter(ref => ref.includes(`:${DEFAULT_NAMESPACE}/`));
  return usual.length === 1 ? usual[0] : undefined;
}
