import { compareCodeUnits } from '../canonical/writeCanonicalJson';
import type {
  ContractResource,
  ContractResourceAnnotations,
  ContractResourceTemplate,
} from './contract';
import { type Fields, present } from './fields';
import { readIcons } from './readIcons';

/**
 * `size` and `annotations.lastModified` are left out: they tell of what is in
 * the resource now, and change without the promise changing.
 */
export function readResource(fields: Fields): ContractResource {
  return { uri: fields.identifier('uri'), ...readCommon(fields) };
}

/** As `readResource`. */
export function readResourceTemplate(fields: Fields): ContractResourceTemplate {
  return {
    uriTemplate: fields.identifier('uriTemplate'),
    ...readCommon(fields),
  };
}

function readCommon(fields: Fields): Omit<ContractResource, 'uri'> {
  return present({
    name: fields.requiredString('name'),
    title: fields.string('title'),
    description: fields.string('description'),
    mimeType: fields.string('mimeType'),
    annotations: readAnnotations(fields.object('annotations')),
    icons: readIcons(fields),
  });
}

function readAnnotations(
  fields: Fields | undefined,
): ContractResourceAnnotations | undefined {
  const audience = fields?.strings('audience');
  const annotations = present({
    audience: audience && [...new Set(audience)].sort(compareCodeUnits),
    priority: fields?.number('priority'),
  });
  return Object.keys(annotations).length > 0 ? annotations : undefined;
}
