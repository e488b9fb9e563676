import { screen } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { formFieldsModule } from './formFieldsModule';
import { mcpTemplatesPlugin } from './plugin';

const page = {
  title: 'All of them',
  schema: {
    type: 'object',
    properties: {
      purpose: {
        type: 'object',
        title: 'Its purpose',
        properties: { text: { type: 'string' } },
        'ui:field': 'McpPurpose',
      },
      name: { type: 'string', title: 'Its name', 'ui:field': 'McpName' },
      owner: { type: 'string', title: 'Its owner', 'ui:field': 'McpOwner' },
      openapi: {
        type: 'object',
        properties: { operations: { type: 'array', items: {} } },
        'ui:field': 'McpOpenApi',
      },
      servers: {
        type: 'array',
        title: 'Its servers',
        items: { type: 'string' },
        'ui:field': 'McpServers',
      },
    },
  },
};

describe('the fields in an app', () => {
  it('are found by the form of a template that names them', async () => {
    renderTestApp({
      features: [scaffolderPlugin, mcpTemplatesPlugin, formFieldsModule],
      apis: [
        scaffolderApiMock.mock({
          getTemplateParameterSchema: async () => ({
            title: 'A template',
            steps: [page],
          }),
        }),
        catalogApiMock(),
      ],
      initialRouteEntries: ['/create/templates/default/a-template'],
    });
    expect(
      await screen.findByRole('textbox', { name: /Its purpose/ }),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /Its name/ })).toBeVisible();
    expect(
      screen.getByRole('radio', { name: /one example tool/ }),
    ).toBeChecked();
    expect(screen.getByRole('combobox', { name: /Its servers/ })).toBeVisible();
    // Who is signed in to the test belongs to no team.
    expect(
      await screen.findByText('You belong to no team yet'),
    ).toBeInTheDocument();
  });
});
