import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../../canonical/JsonValue';
import {
  createReferenceResolver,
  type ResolveReference,
} from '../../../schema/references';

export type Accepts = (schema: JsonValue, value: JsonValue) => boolean;

const MAX_CHOICES = 200;

/**
 * True when every property in a value is described by the schema, by one
 * choice of branches: an undeclared property of an open object is outside what
 * anyone may rely on.
 */
export function describes(
  root: JsonSchema,
  value: JsonValue,
  accepts: Accepts,
): boolean {
  const resolve = createReferenceResolver(root);
  return within([root], value);

  function within(schemas: JsonValue[], part: JsonValue): boolean {
    if (typeof part !== 'object' || part === null) {
      return true;
    }
    return choices(schemas, part).some(choice =>
      Array.isArray(part)
        ? part.every((item, index) => within(itemSchemas(choice, index), item))
        : Object.keys(part).every(name => {
            const { declared, inner } = propertySchemas(choice, name, resolve);
            return declared && within(inner, part[name]);
          }),
    );
  }

  /** Every way to choose a branch that accepts the value. */
  function choices(schemas: JsonValue[], part: JsonValue): JsonObject[][] {
    let done: { chosen: JsonObject[]; waiting: JsonValue[] }[] = [
      { chosen: [], waiting: schemas },
    ];
    while (done.some(({ waiting }) => waiting.length > 0)) {
      done = done.flatMap(({ chosen, waiting: [next, ...waiting] }) => {
        if (!isJsonObject(next) || chosen.includes(next)) {
          return [{ chosen, waiting }];
        }
        const all = [...chosen, next];
        return branchesOf(next, part).map(more => ({
          chosen: all,
          waiting: [...waiting, ...more],
        }));
      });
      if (done.length > MAX_CHOICES) {
        return [];
      }
    }
    return done.map(({ chosen }) => chosen);
  }

  function branchesOf(schema: JsonObject, part: JsonValue): JsonValue[][] {
    const always: JsonValue[] = [];
    const reference = getOwn(schema, '$ref');
    const target =
      typeof reference === 'string' ? resolve(reference) : undefined;
    if (target !== undefined) {
      always.push(target);
    }
    if (Array.isArray(schema.allOf)) {
      always.push(...schema.allOf);
    }
    if (schema.if !== undefined && (schema.then ?? schema.else) !== undefined) {
      const holds = accepts(schema.if, part);
      always.push(
        ...[...(holds ? [schema.if, schema.then] : [schema.else])].filter(
          inner => inner !== undefined,
        ),
      );
    }
    if (isJsonObject(schema.dependentSchemas) && isJsonObject(part)) {
      for (const [name, inner] of Object.entries(schema.dependentSchemas)) {
        if (getOwn(part, name) !== undefined) {
          always.push(inner);
        }
      }
    }
    let result = [always];
    for (const list of [schema.anyOf, schema.oneOf]) {
      if (Array.isArray(list)) {
        const open = list.filter(branch => accepts(branch, part));
        result = result.flatMap(chosen =>
          open.map(branch => [...chosen, branch]),
        );
      }
    }
    return result;
  }
}

function itemSchemas(choice: JsonObject[], index: number): JsonValue[] {
  return choice.flatMap(schema => {
    const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
    if (index < prefix.length) {
      return [prefix[index]];
    }
    return [schema.items, schema.unevaluatedItems].filter(
      inner => inner !== undefined,
    );
  });
}

function propertySchemas(
  choice: JsonObject[],
  name: string,
  resolve: ResolveReference,
) {
  const inner: JsonValue[] = [];
  let declared = false;
  for (const schema of choice) {
    const own = isJsonObject(schema.properties)
      ? getOwn(schema.properties, name)
      : undefined;
    const matching = isJsonObject(schema.patternProperties)
      ? Object.entries(schema.patternProperties)
          // Patterns of the test itself.
          .filter(([pattern]) => new RegExp(pattern).test(name))
          .map(([, value]) => value)
      : [];
    const described = [...(own === undefined ? [] : [own]), ...matching];
    inner.push(...described);
    const isRequired =
      Array.isArray(schema.required) && schema.required.includes(name);
    declared ||= described.length > 0 || isRequired;
    const rest = [
      schema.additionalProperties ?? schema.unevaluatedProperties,
    ].filter(isJsonObject);
    if (described.length === 0 && rest.length > 0) {
      inner.push(...rest);
      declared ||= rest.some(one => !allowsAll(one, resolve));
    }
  }
  return { declared, inner };
}

/** It lets pass what it is about, as no schema at all would. */
function allowsAll(
  schema: JsonValue | undefined,
  resolve: ResolveReference,
): boolean {
  return (
    schema === true ||
    (isJsonObject(schema) &&
      Object.entries(schema).every(([keyword, value]) => {
        switch (keyword) {
          case '$ref':
            return allowsAll(resolve(String(value)), resolve);
          case 'allOf':
            return (
              Array.isArray(value) &&
              value.every(one => allowsAll(one, resolve))
            );
          case 'anyOf':
          case 'oneOf':
            return (
              Array.isArray(value) &&
              value.length === 1 &&
              allowsAll(value[0], resolve)
            );
          case 'if':
            return (schema.then ?? schema.else) === undefined;
          case 'then':
          case 'else':
            return schema.if === undefined;
          default:
            return keyword === 'description' || keyword === '$comment';
        }
      }))
  );
}
