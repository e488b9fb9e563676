import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import { JsonObject } from '@backstage/types';
import {
  AGENT_COMPONENT_TYPE,
  ANNOTATION_SAMPLE,
  SERVER_ENTITY_TYPE,
} from '@mcp-portal/plugin-mcp-registry-common';
import { z } from 'zod';

import { upstreamComponent } from '../relations/upstreamModel';
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
 *
 * Relations of servers and agents are not the catalog's to emit from the model,
 * but the processor's, which hides what only a team may know of.
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
          relationFields: [],
          schema: { jsonSchema: specSchema(propertiesOf(serverSpecSchema)) },
        },
      ],
    });

    // The catalog checks a declared type by its own schema only, so this one
    // starts as a copy of what upstream says of any Component.
    const { spec } = upstreamComponent.jsonSchema.properties as {
      spec: { properties: JsonObject; required: string[] };
    };
    model.addKindVersion({
      kind: 'Component',
      versions: [
        {
          name: ['v1alpha1', 'v1beta1'],
          specType: AGENT_COMPONENT_TYPE,
          description: 'Software that calls MCP servers.',
          relationFields: [],
          schema: {
            jsonSchema: specSchema(
              {
                ...spec.properties,
                ...propertiesOf(agentSpecSchema),
              },
              spec.required,
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
