import {
  CatalogModelKindRelationFieldDefinition,
  compileCatalogModel,
  createCatalogModelLayer,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  AGENT_COMPONENT_TYPE,
  ANNOTATION_SAMPLE,
  SERVER_ENTITY_TYPE,
} from '@mcp-portal/plugin-mcp-registry-common';
import { z } from 'zod';

import { agentSpecSchema } from './agentSpec';
import { serverSpecSchema } from './serverSpec';

/**
 * What the portal adds to upstream's model of MCP servers and AI resources.
 * Every field is optional, so an entity that is valid upstream stays valid.
 *
 * It must be compiled together with upstream's `mcpServerApiEntityModel` and
 * `aiResourceEntityModel`. It declares nothing that another layer may declare
 * too, because the catalog refuses to start on a second declaration: no type
 * `agent` of AiResource, and none of the `modelcontextprotocol.io`
 * annotations.
 * @public
 */
export const mcpCatalogModelLayer = createCatalogModelLayer({
  layerId: 'mcp-portal.io/servers-and-agents',
  builder: model => {
    model.updateKind({
      names: { kind: 'API' },
      versions: [
        {
          name: ['v1alpha1', 'v1beta1'],
          specType: SERVER_ENTITY_TYPE,
          schema: { jsonSchema: specSchema(propertiesOf(serverSpecSchema)) },
        },
      ],
    });

    const component = readUpstreamComponent();
    model.addKindVersion({
      kind: 'Component',
      versions: [
        {
          name: ['v1alpha1', 'v1beta1'],
          specType: AGENT_COMPONENT_TYPE,
          description: 'Software that calls MCP servers.',
          relationFields: component.relationFields,
          schema: {
            jsonSchema: specSchema(
              {
                ...component.specProperties,
                ...propertiesOf(agentSpecSchema),
              },
              component.requiredSpecFields,
            ),
          },
        },
      ],
    });

    // Only documented here, and checked by the processor: a constraint would
    // reach every type of AiResource that no layer declares.
    model.updateKind({
      names: { kind: 'AiResource' },
      versions: [
        {
          name: 'v1alpha1',
          schema: {
            jsonSchema: specSchema({
              mcpServers: {
                description:
                  'For an agent: the MCP servers that it uses, as {ref, version, tools}.',
              },
              consumesApis: {
                description:
                  'For an agent: entity refs of the APIs that it uses.',
              },
            }),
          },
        },
      ],
    });
    model.updateRelationPair({
      fromKind: 'AiResource',
      toKind: 'API',
      forward: { type: 'consumesApi' },
      reverse: { type: 'apiConsumedBy' },
    });

    model.addAnnotation({
      name: ANNOTATION_SAMPLE,
      title: 'Sample data',
      description:
        'Marks an entity of the sample organisation, so that every page can say so.',
    });
  },
});

function specSchema(properties: JsonObject, required?: string[]): JsonObject {
  return {
    type: 'object',
    ...(required && { required: ['spec'] }),
    properties: {
      spec: { type: 'object', ...(required && { required }), properties },
    },
  };
}

function propertiesOf(schema: z.ZodObject): JsonObject {
  const { properties } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
  });
  return properties as JsonObject;
}

// The catalog checks a declared type by its own schema only, so the type
// `ai-agent` starts as a copy of what upstream says of any Component.
function readUpstreamComponent(): {
  relationFields: CatalogModelKindRelationFieldDefinition[];
  specProperties: JsonObject;
  requiredSpecFields: string[];
} {
  const component = compileCatalogModel([defaultCatalogEntityModel]).getKind({
    kind: 'Component',
    apiVersion: 'backstage.io/v1alpha1',
  });
  if (!component) {
    throw new InputError(
      "Upstream's catalog model has no kind Component; check the version of @backstage/catalog-model",
    );
  }
  const { spec } = component.jsonSchema.properties as {
    spec: { properties: JsonObject; required: string[] };
  };
  return {
    relationFields: component.relationFields.map(({ path, ...field }) => ({
      ...field,
      selector: { path },
    })),
    specProperties: spec.properties,
    requiredSpecFields: spec.required,
  };
}
