import type { Api } from './Api';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation that a plugin's served OpenAPI document has, as `METHOD path`. */
export async function operationsOf(api: Api, base: string): Promise<string[]> {
  const { paths } = await api.read<{
    paths: Record<string, Record<string, unknown>>;
  }>(`${base}/openapi.json`);
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      METHODS.filter(method => method in item).map(
        method => `${method.toUpperCase()} ${path.replace(base, '')}`,
      ),
    )
    .sort();
}
