import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';

import type { OpenApiDocument } from './createOpenApiRouter';

const BASE = 'base.yaml';

type Parts = Record<string, Record<string, unknown>>;

/**
 * The OpenAPI document in the folder `openapi` of a plugin's package. Each
 * subject has a file of its own, with its `paths` and `components`; together
 * with `base.yaml` they are one document.
 *
 * @throws Error when two subjects define the same thing
 * @public
 */
export function readOpenApiDocument(packageName: string): OpenApiDocument {
  const folder = resolvePackagePath(packageName, 'openapi');
  const read = (file: string) =>
    parse(readFileSync(join(folder, file), 'utf8'));
  const document = read(BASE);
  const subjects = readdirSync(folder)
    .filter(file => file.endsWith('.yaml') && file !== BASE)
    .sort();
  for (const file of subjects) {
    const { paths = {}, components = {} } = read(file) as {
      paths?: Record<string, unknown>;
      components?: Parts;
    };
    addAll(document.paths, paths, file);
    for (const [kind, parts] of Object.entries(components)) {
      document.components[kind] ??= {};
      addAll(document.components[kind], parts, file);
    }
  }
  return document;
}

function addAll(
  into: Record<string, unknown>,
  parts: Record<string, unknown>,
  file: string,
): void {
  for (const [name, part] of Object.entries(parts)) {
    if (name in into) {
      throw new Error(
        `openapi/${file} defines ${name}, which is defined already`,
      );
    }
    into[name] = part;
  }
}
