import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { validate } from 'jsonschema';
import { parse } from 'yaml';

const TEMPLATES = resolve(__dirname, '../../templates');

const PURPOSE = { text: 'Converts times between the zones.' };
const COMMON = {
  name: 'time-zones',
  owner: 'group:default/payments',
  purpose: PURPOSE,
  visibility: 'organisation',
};
const SERVER = { ...COMMON, dataSensitivity: 'internal' };

/** What each template is content with. */
const GOOD: { [template: string]: object } = {
  'mcp-server-typescript': SERVER,
  'mcp-server-python': SERVER,
  'register-existing-server': {
    ...SERVER,
    url: 'https://zones.example.com/mcp',
    transport: 'streamable-http',
  },
  'ai-agent': COMMON,
};
const NAMES = Object.keys(GOOD);

function read(name: string): TemplateEntityV1beta3 {
  return parse(readFileSync(resolve(TEMPLATES, name, 'template.yaml'), 'utf8'));
}

/** As the scaffolder does it: every page against the values of all pages. */
function problemsOf(name: string, values: object): string[] {
  return [read(name).spec.parameters ?? []]
    .flat()
    .flatMap(page => validate(values, page).errors.map(String));
}

describe.each(NAMES)('the form of %s', name => {
  const problemsWith = (changes: object) =>
    problemsOf(name, { ...GOOD[name], ...changes });

  it('takes what is needed, and no more is', () => {
    expect(problemsWith({})).toEqual([]);
    for (const field of Object.keys(GOOD[name])) {
      expect(problemsWith({ [field]: undefined })).not.toEqual([]);
    }
  });

  it('takes a system and a reason', () => {
    const purpose = {
      ...PURPOSE,
      whyNew: 'It is faster.',
      closest: ['api:default/rates'],
    };
    expect(problemsWith({ purpose, system: 'system:default/billing' })).toEqual(
      [],
    );
  });

  it.each([
    ['a name with capitals', { name: 'TimeZones' }],
    ['a name with two hyphens', { name: 'time--zones' }],
    ['a name that leaves its place', { name: '../../etc' }],
    ['a name with a line after it', { name: 'time-zones\nx' }],
    ['a name that is too long', { name: 'a'.repeat(51) }],
    ['an owner without end', { owner: 'a'.repeat(201) }],
    ['a purpose without end', { purpose: { text: 'a'.repeat(301) } }],
    ['a purpose with more in it', { purpose: { ...PURPOSE, x: 1 } }],
    ['a visibility that there is not', { visibility: 'world' }],
    ['a field that there is not', { repository: 'mine' }],
  ])('refuses %s', (_, changes) => {
    expect(problemsWith(changes)).not.toEqual([]);
  });

  it('says what it is in one sentence, and has a tag', () => {
    const { metadata, spec } = read(name);
    expect(metadata.name).toBe(name);
    expect(metadata.description).toMatch(/^[A-Z][^.]+\.$/);
    expect(metadata.tags).toContain('mcp');
    expect(spec.owner).toBe('group:default/platform-engineering');
  });

  it('ends by taking back what a failure left, whatever fails', () => {
    const { steps } = read(name).spec;
    expect(steps[steps.length - 1]).toMatchObject({
      action: 'mcp:server:undo',
      if: '${{ failure() }}',
    });
    expect(steps[0].action).toBe('mcp:server:check');
  });
});

describe('the form of mcp-server-typescript', () => {
  const problems = (openapi: object) =>
    problemsOf('mcp-server-typescript', { ...SERVER, openapi });

  it('takes an OpenAPI document and some of its operations', () => {
    const operations = ['GET /rates'];
    for (const source of [
      { url: 'https://x.example.com' },
      { document: '{}' },
    ]) {
      expect(problems({ source, operations })).toEqual([]);
    }
  });

  it('takes what a form leaves behind when nothing was chosen', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ source: {}, operations: [] })).toEqual([]);
  });

  it.each([
    ['no operations', { source: { url: 'u' } }],
    ['none of them', { source: { url: 'u' }, operations: [] }],
    [
      'two sources',
      { source: { url: 'u', document: '{}' }, operations: ['a'] },
    ],
    ['a file', { source: { file: '/etc/passwd' }, operations: ['a'] }],
    ['an operation twice', { source: { url: 'u' }, operations: ['a', 'a'] }],
    [
      'operations without end',
      { source: { url: 'u' }, operations: [...Array(101).keys()].map(String) },
    ],
    [
      'a document without end',
      { source: { document: 'a'.repeat(5_000_001) }, operations: ['a'] },
    ],
  ])('refuses %s', (_, openapi) => {
    expect(problems(openapi)).not.toEqual([]);
  });
});

describe('the form of register-existing-server', () => {
  it.each([
    ['of another protocol', 'ftp://zones.example.com'],
    ['with a query', 'https://zones.example.com/mcp?key=1'],
    ['with a quote', 'https://zones.example.com/"'],
    ['without end', `https://${'a'.repeat(2_000)}`],
  ])('refuses an address %s', (_, url) => {
    expect(
      problemsOf('register-existing-server', {
        ...GOOD['register-existing-server'],
        url,
      }),
    ).not.toEqual([]);
  });
});
