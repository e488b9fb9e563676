import type { SkeletonValues } from '@mcp-portal/plugin-mcp-templates-common';
import { parse } from 'yaml';

import { expectPurposeIn, HOSTILE_TEXTS } from '../__testUtils__/renderedFiles';
import {
  renderTemplate,
  skeletonValues,
} from '../__testUtils__/renderTemplate';

jest.setTimeout(60_000);

const render = (changes: Partial<SkeletonValues> = {}) =>
  renderTemplate(
    'ai-agent',
    ['skeleton'],
    skeletonValues({
      kind: 'agent',
      name: 'clerk',
      createdFrom: 'ai-agent@1',
      url: '',
      servers: [],
      ...changes,
    }),
  );

describe('the template of an agent', () => {
  it.each(['true', 'null', 'clerk'])(
    'has an entity whose name is text: %s',
    async name => {
      const files = await render({ name });
      const entity = parse(files.get('catalog-info.yaml') ?? '');
      expect(entity.metadata.name).toBe(name);
      expect(entity.spec).toMatchObject({
        lifecycle: 'experimental',
        visibility: 'organisation',
        mcpServers: [],
      });
    },
  );

  it.each(HOSTILE_TEXTS)('keeps any purpose as data: %s', async text => {
    const files = await render({ purpose: text, whyNew: text });
    const entity = parse(files.get('catalog-info.yaml') ?? '');
    expect(entity.metadata.description).toBe(text);
    expect(entity.metadata.annotations['mcp-portal.io/why-new']).toBe(text);
    expect(JSON.parse(files.get('package.json') ?? '').description).toBe(text);
    expect(files.get('src/agentIdentity.ts')).toContain(JSON.stringify(text));
    expectPurposeIn(files.get('README.md'), text);
    expectPurposeIn(files.get('docs/index.md'), text);
  });

  // Other teams write them: whoever uses their server trusts no word of theirs.
  it.each([
    ...HOSTILE_TEXTS,
    'a](https://evil.test) <script>alert(1)</script>',
    'two\n\n# lines',
  ])("keeps any server's title as data: %s", async title => {
    const files = await render({
      servers: [
        {
          ref: 'api:default/rates',
          name: 'rates',
          title,
          url: 'https://rates.test/mcp"},"x":{"command":"sh',
          transport: 'streamable-http',
        },
      ],
    });
    const line = files
      .get('README.md')
      ?.split('\n')
      .find(one => one.endsWith('/mcp-servers/default/rates)'));
    const [, label = ''] = /^- \[(.*)\]\(/.exec(line ?? '') ?? [];
    expect(label).not.toBe('');
    expect(label).not.toMatch(/[<>*_`[\]\\~|$!]/);
    expect(files.get('README.md')).not.toMatch(/^# lines/m);
    expect(JSON.parse(files.get('.mcp.json') ?? '')).toEqual({
      mcpServers: {
        rates: {
          type: 'http',
          url: 'https://rates.test/mcp"},"x":{"command":"sh',
        },
      },
    });
  });
});
