import { Suspense } from 'react';
import { screen } from '@testing-library/react';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  scaffolderTemplateOutputsComponentRef,
  scaffolderTemplateOutputTemplateRefsRef,
} from '@backstage/plugin-scaffolder-react/alpha';
import { fakeCreated } from '../../dev/start';
import { renderTemplatesPage } from '../../dev/testing';
import { createdOutputs } from './extension';

describe('the last page', () => {
  const extension = createExtensionTester(createdOutputs);

  it('is that of the portal’s own templates only', () => {
    expect(extension.get(scaffolderTemplateOutputTemplateRefsRef)).toEqual([
      'template:default/mcp-server-typescript',
      'template:default/mcp-server-python',
      'template:default/register-existing-server',
      'template:default/ai-agent',
    ]);
  });

  it('comes when a task is done', async () => {
    const Outputs = extension.get(scaffolderTemplateOutputsComponentRef);
    renderTemplatesPage(
      <Suspense fallback={null}>
        <Outputs output={{ created: fakeCreated() }} />
      </Suspense>,
    );
    expect(
      await screen.findByRole('heading', { name: 'Late invoices is there' }),
    ).toBeInTheDocument();
  });
});
