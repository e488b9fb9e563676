import {
  ANNOTATION_CREATED_FROM,
  type SkeletonValues,
} from '@mcp-portal/plugin-mcp-templates-common';

import {
  entityIn,
  expectPurposeIn,
  HOSTILE_TEXTS,
} from '../__testUtils__/renderedFiles';
import {
  renderTemplate,
  skeletonValues,
} from '../__testUtils__/renderTemplate';

jest.setTimeout(60_000);

const render = (changes: Partial<SkeletonValues> = {}) =>
  renderTemplate(
    'register-existing-server',
    ['skeleton'],
    skeletonValues({
      createdFrom: 'register-existing-server@1',
      url: 'https://billing.example.com/sse',
      existing: { transport: 'sse', onCall: 'https://oncall.example.com/pay' },
      ...changes,
    }),
  );

describe('the template of a server that runs', () => {
  it('has an entity with all that was asked for', async () => {
    const entity = await entityIn(
      await render({ systemRef: 'system:default/billing' }),
    );
    expect(entity).toMatchObject({
      metadata: {
        annotations: {
          [ANNOTATION_CREATED_FROM]: 'register-existing-server@1',
        },
        labels: { team: 'payments', 'mcp-server': 'billing-invoices' },
      },
      spec: {
        type: 'mcp-server',
        lifecycle: 'production',
        owner: 'group:default/payments',
        system: 'system:default/billing',
        trust: 'unverified',
        visibility: 'organisation',
        dataSensitivity: 'confidential',
        onCall: 'https://oncall.example.com/pay',
        remotes: [{ type: 'sse', url: 'https://billing.example.com/sse' }],
      },
    });
  });

  it('leaves out what was not said', async () => {
    const { spec } = await entityIn(
      await render({ existing: { transport: 'streamable-http' } }),
    );
    expect(spec).not.toHaveProperty('system');
    expect(spec).not.toHaveProperty('onCall');
  });

  it.each(HOSTILE_TEXTS)('keeps any purpose as data: %s', async text => {
    const files = await render({ purpose: text });
    expect((await entityIn(files)).metadata.description).toBe(text);
    expectPurposeIn(files.get('README.md'), text);
  });
});
