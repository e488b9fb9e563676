import type { JsonValue } from '../canonical/JsonValue';
import type {
  ContractResource,
  ContractResourceTemplate,
} from '../snapshot/contract';
import { type ComparedField, compareFields } from './compareFields';
import type { ContractFinding } from './ContractFinding';
import { pairItems } from './pairItems';
import { quote } from './quote';

/** What differs between resources and templates: how they are named. */
interface ResourceKind<T> {
  /** Their member of a change's place. */
  place: 'resource' | 'resourceTemplate';
  /** Their rules' ids begin so. */
  prefix: 'resource' | 'resource-template';
  label: string;
  nameOf: (item: T) => string;
}

const RESOURCE: ResourceKind<ContractResource> = {
  place: 'resource',
  prefix: 'resource',
  label: 'resource',
  nameOf: ({ uri }) => uri,
};

const RESOURCE_TEMPLATE: ResourceKind<ContractResourceTemplate> = {
  place: 'resourceTemplate',
  prefix: 'resource-template',
  label: 'resource template',
  nameOf: ({ uriTemplate }) => uriTemplate,
};

/** All differences between two lists of resources. */
export function compareResources(
  before: readonly ContractResource[],
  after: readonly ContractResource[],
): ContractFinding[] {
  return compareKind(before, after, RESOURCE);
}

/** All differences between two lists of resource templates. */
export function compareResourceTemplates(
  before: readonly ContractResourceTemplate[],
  after: readonly ContractResourceTemplate[],
): ContractFinding[] {
  return compareKind(before, after, RESOURCE_TEMPLATE);
}

function compareKind<T extends Omit<ContractResource, 'uri'>>(
  before: readonly T[],
  after: readonly T[],
  kind: ResourceKind<T>,
): ContractFinding[] {
  const { place, prefix, label, nameOf } = kind;
  const pairs = pairItems(before, after, nameOf);
  return [
    ...pairs.removed.map(item => ({
      where: { [place]: nameOf(item), pointer: '', beforePointer: '' },
      rule: `${prefix}-removed`,
      before: item as unknown as JsonValue,
      message: `The ${label} ${quote(nameOf(item))} was removed.`,
    })),
    ...pairs.added.map(item => ({
      where: { [place]: nameOf(item), pointer: '', afterPointer: '' },
      rule: `${prefix}-added`,
      after: item as unknown as JsonValue,
      message: `The ${label} ${quote(nameOf(item))} was added.`,
    })),
    ...pairs.kept.flatMap(pair => compareItem(pair.before, pair.after, kind)),
  ];
}

function compareItem<T extends Omit<ContractResource, 'uri'>>(
  before: T,
  after: T,
  { place, prefix, label, nameOf }: ResourceKind<T>,
): ContractFinding[] {
  const owner = {
    item: { [place]: nameOf(after) },
    subject: `the ${label} ${quote(nameOf(after))}`,
  };
  return [
    ...compareFields(before, after, fieldsOf(prefix), {
      ...owner,
      pointer: '',
    }),
    ...compareFields(
      before.annotations ?? {},
      after.annotations ?? {},
      annotationsOf(prefix),
      { ...owner, pointer: '/annotations' },
    ),
  ];
}

function fieldsOf(prefix: string): ComparedField[] {
  return [
    { name: 'name', label: 'name', rule: `${prefix}-name-changed` },
    { name: 'title', label: 'title', rule: `${prefix}-title-changed` },
    {
      name: 'description',
      label: 'description',
      rule: `${prefix}-description-changed`,
    },
    {
      name: 'mimeType',
      label: 'MIME type',
      rule: {
        added: `${prefix}-mime-type-declared`,
        removed: `${prefix}-mime-type-removed`,
        changed: `${prefix}-mime-type-changed`,
      },
    },
    {
      name: 'icons',
      label: 'icons',
      plural: true,
      rule: `${prefix}-icons-changed`,
    },
  ];
}

function annotationsOf(prefix: string): ComparedField[] {
  const rule = `${prefix}-annotations-changed`;
  return [
    { name: 'audience', label: 'audience', rule },
    { name: 'priority', label: 'priority', rule },
  ];
}
