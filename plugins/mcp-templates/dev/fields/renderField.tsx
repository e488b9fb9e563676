import type { RenderResult } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  FieldExtensionOptions,
  TemplateParameterSchema,
} from '@backstage/plugin-scaffolder-react';
import {
  Stepper,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { McpCostApi } from '@mcp-portal/plugin-mcp-cost-common';
import type { McpRegistryApi } from '@mcp-portal/plugin-mcp-registry-common';
import type { McpTemplatesApi } from '@mcp-portal/plugin-mcp-templates-common';
import { costApiRef, mcpTemplatesApiRef, registryApiRef } from '../../src/api';
import { serverRouteRef } from '../../src/routes';

type Schema = TemplateParameterSchema['steps'][number]['schema'];

type TemplateValues = Parameters<Parameters<typeof Stepper>[0]['onCreate']>[0];

const unanswered = async (): Promise<never> => {
  throw new Error('It does not answer');
};

/** What a test does not speak of does not answer. */
const silent = {
  getSettings: unanswered,
  checkName: unanswered,
  readOpenApi: unanswered,
  getAdmission: unanswered,
  findSimilar: unanswered,
  listServers: unanswered,
  getServer: unanswered,
} as unknown as McpTemplatesApi & McpRegistryApi & McpCostApi;

/** Draws a field in upstream's form, as a template names it. */
export function renderField(options: {
  field: FormField;
  /** The field's property in the form, and its schema. */
  property: string;
  schema: Schema;
  required?: boolean;
  /** What the form holds at first. */
  initial?: TemplateValues;
  templates?: Partial<McpTemplatesApi>;
  registry?: Partial<McpRegistryApi>;
  costs?: Partial<McpCostApi>;
  /** The teams that one belongs to, by ref. */
  ownRefs?: string[];
  entities?: Entity[];
}): RenderResult & { created: jest.Mock } {
  const { field, property, schema, ownRefs = [], entities = [] } = options;
  const created = jest.fn(async (_values: TemplateValues) => {});
  // Upstream gives a form its fields in this shape.
  const extension = field as unknown as FieldExtensionOptions;
  const manifest: TemplateParameterSchema = {
    title: 'A template',
    steps: [
      {
        title: 'A page',
        schema: {
          type: 'object',
          ...(options.required ? { required: [property] } : {}),
          properties: {
            [property]: {
              ...schema,
              'ui:field': extension.name,
              'ui:hideError': true,
            },
          },
        },
      },
    ],
  };
  // The form scrolls up at each page, which jsdom can't.
  jest.spyOn(window, 'scrollTo').mockImplementation();
  const rendered = renderInTestApp(
    <Stepper
      manifest={manifest}
      extensions={[extension]}
      initialState={options.initial}
      onCreate={created}
    />,
    {
      apis: [
        [mcpTemplatesApiRef, { ...silent, ...options.templates }],
        [registryApiRef, { ...silent, ...options.registry }],
        [costApiRef, { ...silent, ...options.costs }],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef: 'user:default/ada',
            ownershipEntityRefs: ['user:default/ada', ...ownRefs],
          }),
        ],
        catalogApiMock({ entities }),
      ],
      mountedRoutes: { '/mcp-servers/:namespace/:name': serverRouteRef },
    },
  );
  return { ...rendered, created };
}

/** Puts a text in the place of what a control holds, at once. */
export async function fill(control: HTMLElement, text: string) {
  await userEvent.clear(control);
  await userEvent.click(control);
  await userEvent.paste(text);
}
