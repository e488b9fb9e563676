import type { ServerPackage } from '@mcp-portal/plugin-mcp-registry-common';
import type { ConnectOptions, StdioTarget } from './ConnectTarget';
import { readArguments, readEnvironment } from './packageInputs';

/**
 * How a package of a `server.json` is started. Each registry has one command
 * that fetches and runs a package of a given version.
 */
export function packageTarget(declared: ServerPackage): ConnectOptions {
  const { registryType, identifier, version, transport } = declared;
  const transportType = transport?.type ?? 'stdio';
  const label = `${registryType} package ${identifier}`;
  if (transportType !== 'stdio') {
    return transport?.url && /^https?:\/\/[^{}]+$/.test(transport.url)
      ? {
          targets: [
            {
              kind: transportType === 'sse' ? 'sse' : 'streamable-http',
              label,
              url: transport.url,
            },
          ],
          notes: [`Start ${identifier} yourself first: clients only call it.`],
        }
      : {
          targets: [],
          notes: [
            `${label} speaks ${transportType}, but does not say at which address.`,
          ],
        };
  }

  const runtime = readArguments(declared.runtimeArguments);
  const own = readArguments(declared.packageArguments);
  const environment = readEnvironment(declared.environmentVariables);
  const at = version ? `@${version}` : '';
  const target = (
    command: string,
    args: StdioTarget['args'],
  ): ConnectOptions => ({
    targets: [{ kind: 'stdio', label, command, args, env: environment.env }],
    notes: [
      ...runtime.notes,
      ...own.notes,
      ...environment.notes,
      ...(version
        ? []
        : [`${label} names no version: the client takes the newest.`]),
    ],
  });

  switch (registryType) {
    case 'npm':
      return target('npx', [
        '-y',
        ...runtime.args.filter(argument => argument !== '-y'),
        `${identifier}${at}`,
        ...own.args,
      ]);
    case 'pypi':
      return target('uvx', [
        ...runtime.args,
        `${identifier}${at}`,
        ...own.args,
      ]);
    case 'nuget':
      return target('dnx', [
        `${identifier}${at}`,
        '--yes',
        ...runtime.args.filter(argument => argument !== '--yes'),
        ...(own.args.length > 0 ? ['--', ...own.args] : []),
      ]);
    case 'oci':
      return target('docker', [
        'run',
        '-i',
        '--rm',
        ...environment.env.flatMap(({ name }) => ['-e', name]),
        ...runtime.args.filter(
          argument => !['run', '-i', '--rm'].includes(String(argument)),
        ),
        ociImage(identifier, version),
        ...own.args,
      ]);
    default:
      return {
        targets: [],
        notes: [
          `How clients start the ${label} can't be derived from its entry. Its documentation has to say.`,
        ],
      };
  }
}

/** An image names its tag or digest itself, or takes the package's version. */
function ociImage(identifier: string, version: string | undefined): string {
  const named = /@sha256:|:[^/]+$/.test(identifier);
  return named || !version ? identifier : `${identifier}:${version}`;
}
