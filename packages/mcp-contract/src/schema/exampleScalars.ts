import { type Facets, firstOf } from './facets';

const FORMAT_EXAMPLES: { readonly [format: string]: string } = {
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  duration: 'P1D',
  email: 'someone@example.com',
  hostname: 'host.example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  time: '12:00:00Z',
  uri: 'https://example.com/',
  'uri-reference': '/path',
  url: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
};

/** No page shows more. */
const MAX_CHARS = 1_000;

/** A text of the right format or, failing that, of the right length. */
export function exampleString(facets: Facets): string {
  const format = firstOf(facets, 'format');
  if (
    typeof format === 'string' &&
    Object.prototype.hasOwnProperty.call(FORMAT_EXAMPLES, format)
  ) {
    return FORMAT_EXAMPLES[format];
  }
  const minLength = limit(facets, 'minLength') ?? 0;
  const maxLength = limit(facets, 'maxLength') ?? MAX_CHARS;
  return 'text'
    .padEnd(Math.min(minLength, MAX_CHARS), 'x')
    .slice(0, Math.min(maxLength, MAX_CHARS));
}

/** 1 where the bounds allow it, else the nearest that they allow. */
export function exampleNumber(facets: Facets, unit?: number): number {
  const step = limit(facets, 'multipleOf') ?? unit;
  const above = limit(facets, 'exclusiveMinimum');
  const below = limit(facets, 'exclusiveMaximum');
  const gap = step ?? 0.5;
  const min = Math.max(
    limit(facets, 'minimum') ?? -Infinity,
    above === undefined ? -Infinity : above + gap,
  );
  const max = Math.min(
    limit(facets, 'maximum') ?? Infinity,
    below === undefined ? Infinity : below - gap,
  );
  const near = Math.max(Math.min(1, max), min);
  if (step === undefined || step <= 0) {
    return near;
  }
  const up = Math.ceil(near / step) * step;
  const down = Math.floor(near / step) * step;
  return up <= max ? up : down;
}

function limit(facets: Facets, keyword: string): number | undefined {
  const value = firstOf(facets, keyword);
  return typeof value === 'number' ? value : undefined;
}
