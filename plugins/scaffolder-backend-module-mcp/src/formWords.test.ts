import type { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Field extends JsonObject {
  type: string;
  required?: string[];
  properties?: { [name: string]: Field };
}

/** The texts, at any depth, that a form asks for and gives no choice of. */
function requiredTexts({ required = [], properties = {} }: Field): {
  [name: string]: Field;
} {
  return Object.assign(
    {},
    ...required.map(name => {
      const field = properties[name];
      if (field.type === 'object') {
        return requiredTexts(field);
      }
      return field.type === 'string' && !field.enum ? { [name]: field } : {};
    }),
  );
}

describe.each([
  'mcp-server-typescript',
  'mcp-server-python',
  'register-existing-server',
  'ai-agent',
])('the form of %s', template => {
  const path = join(__dirname, '../templates', template, 'template.yaml');
  const pages: Field[] = parse(readFileSync(path, 'utf8')).spec.parameters;
  const texts = Object.assign({}, ...pages.map(requiredTexts));

  it('says in words what a text that is left out has to be', () => {
    expect(Object.keys(texts)).toEqual(
      expect.arrayContaining(['text', 'name', 'owner']),
    );
    for (const field of Object.values(texts)) {
      // What is missing is told by its name in the schema; what is empty, in
      // these words.
      expect(field).toMatchObject({
        default: '',
        errorMessage: expect.anything(),
      });
    }
  });
});
