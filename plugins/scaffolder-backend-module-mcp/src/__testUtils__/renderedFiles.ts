import {
  DefaultNamespaceEntityPolicy,
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { mcpServerApiEntityValidator } from '@backstage/catalog-model/alpha';
import { parse, parseAllDocuments } from 'yaml';

/** What people may write that would break a file which takes it as it is. */
export const HOSTILE_TEXTS = [
  `Say "hi": it's #1, \\n and \\" too`,
  `"""Docstrings""" and '''more''' end here: %s %(prog)s {0} {x!r}`,
  'A: b - c, [d](javascript:alert(1)) {e} & *f* _g_ `h` | i > j',
  '${{ values.name }} ${{ secrets.TOKEN }} {% raw %} {% endraw %} {# no #}',
  '- 💶 naïve 請求書 ~~x~~ $y$ ![z](z) */ // %YAML --- ...',
  "'; import os; os.abort() # $(id) \\u0000 \\x00 \\N{BULLET}",
];

/** The entity of `catalog-info.yaml`, which the catalog would take. */
export async function entityIn(files: Map<string, string>): Promise<Entity> {
  const policy = EntityPolicies.allOf([
    new SchemaValidEntityPolicy(),
    new DefaultNamespaceEntityPolicy(),
    new NoForeignRootFieldsEntityPolicy(),
    new FieldFormatEntityPolicy(),
  ]);
  const entity = await policy.enforce(
    parse(files.get('catalog-info.yaml') ?? ''),
  );
  await expect(mcpServerApiEntityValidator.check(entity!)).resolves.toBe(true);
  return entity!;
}

/** The manifests of `k8s/` by their kind. */
export function manifestsIn(files: Map<string, string>) {
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith('k8s/'))
      .flatMap(([, text]) => parseAllDocuments(text))
      .map(document => {
        expect(document.errors).toEqual([]);
        const manifest = document.toJS();
        return [manifest.kind as string, manifest] as const;
      }),
  );
}

/** That Markdown shows a purpose, and takes no character of it for markup. */
export function expectPurposeIn(markdown: string | undefined, text: string) {
  const [, written = ''] =
    /^\*\*Purpose:\*\* (.*)$/m.exec(markdown ?? '') ?? [];
  expect(written).not.toMatch(/[<>*_`[\]\\~|$!]/);
  expect(decodeEntities(written)).toBe(text);
}

const ENTITIES: { [name: string]: string } = {
  amp: '&',
  num: '#',
  lt: '<',
  gt: '>',
};

/** The text that HTML shows of a text with entities in it. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_all, code, name) =>
    code ? String.fromCodePoint(Number(code)) : ENTITIES[name],
  );
}
