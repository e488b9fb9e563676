import type {
  OperationRequest,
  RequestParameter,
} from '@mcp-portal/plugin-mcp-templates-node';

/** What the API should see of a call, decoded. */
export interface ExpectedRequest {
  method: string;
  path: string;
  query?: [name: string, value: string][];
  headers?: { [name: string]: string };
  body?: unknown;
}

type Input = { [argument: string]: unknown };

/** Works out what a call sends, another way than the generated code does. */
export function expectedRequest(
  { method, path, parameters, body }: OperationRequest,
  input: Input,
): ExpectedRequest {
  const given = parameters.filter(
    ({ argument }) => input[argument] !== undefined && input[argument] !== null,
  );
  const inPlace = (place: RequestParameter['in']) =>
    given.filter(parameter => parameter.in === place);
  const query = inPlace('query').flatMap(parameter =>
    pairs(parameter, input[parameter.argument]),
  );
  const headers = inPlace('header').map(({ name, style, argument }) => [
    name.toLowerCase(),
    list(input[argument], style),
  ]);
  const sent = body && bodyOf(body, input);
  return {
    method,
    path: inPlace('path').reduce(
      (filled, { name, style, argument }) =>
        filled.replaceAll(`{${name}}`, () => list(input[argument], style)),
      path,
    ),
    ...(query.length > 0 && { query }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
    ...(sent !== undefined && { body: sent }),
  };
}

function bodyOf(
  body: NonNullable<OperationRequest['body']>,
  input: Input,
): unknown {
  if ('argument' in body) {
    return encoded(body, input[body.argument]);
  }
  const names = body.properties.map(({ name }) => name);
  const given = names.filter(name => input[name] !== undefined);
  return given.length > 0 || body.required
    ? encoded(body, Object.fromEntries(given.map(name => [name, input[name]])))
    : undefined;
}

/** A form is compared field by field. */
function encoded(
  body: NonNullable<OperationRequest['body']>,
  value: unknown,
): unknown {
  if (body.encoding === 'json' || value === undefined) {
    return value;
  }
  const styles = new Map(
    'properties' in body
      ? body.properties.map(({ name, style }) => [name, style])
      : [],
  );
  const fields = Object.entries(value as Input).flatMap(([name, field]) =>
    pairs({ name, style: styles.get(name) ?? 'form', explode: true }, field),
  );
  return fields.length > 0 ? fields : undefined;
}

function pairs(
  {
    name,
    style,
    explode,
  }: Pick<RequestParameter, 'name' | 'style' | 'explode'>,
  value: unknown,
): [string, string][] {
  if (style === 'deepObject' && isObject(value)) {
    return Object.entries(value).flatMap(([key, item]) =>
      pairs({ name: `${name}[${key}]`, style, explode }, item),
    );
  }
  if (style !== 'json' && explode && isObject(value)) {
    return Object.entries(value).map(([key, item]) => [
      Array.isArray(value) ? name : key,
      text(item, 'simple'),
    ]);
  }
  return [[name, list(value, style)]];
}

function list(value: unknown, style: RequestParameter['style']): string {
  if (!isObject(value) || style === 'json') {
    return text(value, style);
  }
  const delimiter =
    { spaceDelimited: ' ', pipeDelimited: '|' }[style as string] ?? ',';
  return (Array.isArray(value) ? value : Object.entries(value).flat())
    .map(item => text(item, 'simple'))
    .join(delimiter);
}

function text(value: unknown, style: RequestParameter['style']): string {
  return typeof value === 'string' && style !== 'json'
    ? value
    : JSON.stringify(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
