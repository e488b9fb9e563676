import { parseEntityRef } from '@backstage/catalog-model';
import {
  CreatedKind,
  SkeletonValues,
} from '@mcp-portal/plugin-mcp-templates-common';
import {
  OperatorSettings,
  planRepository,
} from '@mcp-portal/plugin-mcp-templates-node';

import type { GivenServer } from './checkExisting';

/** Where the portal is reached. */
export interface PortalAddresses {
  /** `app.baseUrl`. */
  portalUrl: string;
  /** Where telemetry is sent, without `/v1/traces`. */
  otlpUrl: string;
}

/** What was checked, or needs no check. */
export type Checked = Pick<
  SkeletonValues,
  | 'name'
  | 'purpose'
  | 'whyNew'
  | 'ownerRef'
  | 'systemRef'
  | 'visibility'
  | 'dataSensitivity'
  | 'createdFrom'
  | 'port'
  | 'servers'
> & { kind: CreatedKind; given?: GivenServer };

/** What the skeleton of a template is filled with. */
export function makeSkeletonValues(
  settings: OperatorSettings,
  { checked, addresses }: { checked: Checked; addresses: PortalAddresses },
): SkeletonValues {
  const { given, ...values } = checked;
  return {
    ...values,
    title: titleOf(values.name),
    ownerName: parseEntityRef(values.ownerRef).name,
    lifecycle: 'experimental',
    url: urlOf(settings, checked),
    portalUrl: addresses.portalUrl,
    otlpUrl: addresses.otlpUrl,
    issuer: settings.authorization?.issuer ?? '',
    imageRegistry: settings.imageRegistry,
    cliPackage: settings.cliPackage,
    repository: planRepository(settings, {
      teamRef: values.ownerRef,
      name: values.name,
      baseUrl: addresses.portalUrl,
    }),
    ...(given && {
      existing: {
        transport: given.transport,
        ...(given.onCall && { onCall: given.onCall }),
      },
    }),
  };
}

/** `billing-invoices` is `Billing invoices`. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}

function urlOf(
  { servers }: OperatorSettings,
  { kind, name, port, given }: Checked,
): string {
  if (kind === 'agent') {
    return '';
  }
  return (
    given?.url ??
    servers.url.replaceAll('{name}', name).replaceAll('{port}', String(port))
  );
}
