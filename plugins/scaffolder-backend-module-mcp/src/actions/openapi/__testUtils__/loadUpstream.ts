import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { OperationRequest } from '@mcp-portal/plugin-mcp-templates-node';
import ts from 'typescript';

const TEMPLATE = resolve(
  __dirname,
  '../../../../templates/mcp-server-typescript',
);

interface WrittenRequest {
  method: string;
  url: URL;
  headers: Headers;
  body?: string;
}

/** How generated servers write requests: the template's own code. */
export interface Upstream {
  writeRequest(
    operation: OperationRequest,
    input: object,
    baseUrl: URL,
  ): WrittenRequest;
}

/** Loads the code that generated servers have, which is no module of this package. */
export function loadUpstream(): Upstream {
  const modules = new Map<string, object>();
  const load = (path: string): object => {
    const known = modules.get(path);
    if (known) {
      return known;
    }
    const exports = {};
    modules.set(path, exports);
    const { outputText } = ts.transpileModule(
      readFileSync(`${path}.ts`, 'utf8'),
      {
        compilerOptions: {
          module: ts.ModuleKind.CommonJS,
          target: ts.ScriptTarget.ES2022,
        },
      },
    );
    // eslint-disable-next-line no-new-func -- the template's code is ours
    new Function('exports', 'require', outputText)(exports, (name: string) =>
      load(pathOf(name)),
    );
    return exports;
  };
  return load(pathOf('./writeRequest.js')) as Upstream;
}

function pathOf(name: string): string {
  return name === '../tools/answer.js'
    ? join(TEMPLATE, 'skeleton/src/tools/answer')
    : join(TEMPLATE, 'openapi/src/upstream', name.replace(/\.js$/, ''));
}
