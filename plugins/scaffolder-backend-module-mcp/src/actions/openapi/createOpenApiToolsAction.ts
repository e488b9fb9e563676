import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { OpenApiSource } from '@mcp-portal/plugin-mcp-templates-common';
import {
  OPENAPI_LIMITS,
  planOpenApi,
  readOpenApiSource,
} from '@mcp-portal/plugin-mcp-templates-node';

import { withoutStack } from '../../problems';
import { chooseTools } from './chooseTools';
import { apiFile } from './code/apiFile';
import { casesFile } from './code/casesFile';
import { docsFile } from './code/docsFile';
import { indexFile } from './code/indexFile';
import { toolFile } from './code/toolFile';
import { contractOf } from './contractOf';
import { openApiToolsExamples } from './openApiToolsExamples';

/** More than a model chooses among well. */
const MAX_OPERATIONS = 200;

/**
 * `mcp:openapi:tools`: writes one tool for each chosen operation of an OpenAPI
 * document into a project of the template `mcp-server-typescript`, with the
 * contract that they make.
 */
export function createOpenApiToolsAction(options: {
  urlReader: Pick<UrlReaderService, 'readUrl'>;
}) {
  const { urlReader } = options;
  return createTemplateAction({
    id: 'mcp:openapi:tools',
    description:
      'Makes MCP tools of operations of an OpenAPI document: their code, their tests and the contract.',
    examples: openApiToolsExamples,
    // It changes nothing but the workspace, and calls nothing of the API.
    supportsDryRun: true,
    schema: {
      input: {
        source: z =>
          z
            .object({
              url: z.string().max(2_000).optional(),
              document: z
                .string()
                .max(OPENAPI_LIMITS.maxDocumentBytes)
                .optional(),
            })
            .strict()
            .describe(
              'Where the document is, or the document itself: JSON or YAML; Swagger 2.0, OpenAPI 3.0 or 3.1',
            ),
        operations: z =>
          z
            .array(z.string().max(1_000))
            .min(1)
            .max(MAX_OPERATIONS)
            .describe('The operations, such as "GET /invoices/{id}"'),
        targetPath: z =>
          z
            .string()
            .max(500)
            .describe('The project in the workspace; its root unless told')
            .optional(),
      },
      output: {
        title: z => z.string().describe('What the API is called'),
        tools: z => z.array(z.string()).describe('The names of the tools'),
        problems: z =>
          z.array(z.string()).describe('What was left out of them, and why'),
      },
    },
    async handler(ctx) {
      const { operations, targetPath = '.' } = ctx.input;
      const { text, sourceUrl } = await readOpenApiSource(
        sourceOf(ctx.input.source),
        urlReader,
      );
      const plan = await planOpenApi(text, { sourceUrl });
      const tools = chooseTools(plan, operations);
      const project = resolveSafeChildPath(ctx.workspacePath, targetPath);
      const files = {
        ...Object.fromEntries(
          tools.map(tool => [
            `src/tools/${tool.names.file}.ts`,
            toolFile(tool),
          ]),
        ),
        'src/tools/index.ts': indexFile(tools.map(({ names }) => names)),
        'src/upstream/api.ts': apiFile(plan),
        'test/upstream/cases.ts': await casesFile(tools),
        'docs/tools.md': docsFile(plan.reading, tools),
        'contract.json': `${await contractOf(tools, project)}\n`,
      };
      for (const [path, content] of Object.entries(files)) {
        const target = resolveSafeChildPath(project, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
      }
      const { title, problems: ofDocument, operations: all } = plan.reading;
      const ofTools = all
        .filter(({ id }) => operations.includes(id))
        .flatMap(({ id, problems }) => problems.map(each => `${id}: ${each}`));
      const problems = [...ofDocument, ...ofTools];
      const names = tools.map(({ tool }) => tool.name);
      ctx.logger.info(
        `${title}: ${names.length} of ${
          all.length
        } operations are tools now: ${names.join(', ')}`,
      );
      problems.forEach(problem => ctx.logger.warn(problem));
      ctx.output('title', title);
      ctx.output('tools', names);
      ctx.output('problems', problems);
    },
  });
}

function sourceOf(source: { url?: string; document?: string }): OpenApiSource {
  const { url, document } = source;
  if ((url === undefined) === (document === undefined)) {
    throw withoutStack(
      new InputError('Give either the url or the document, and not both.'),
    );
  }
  return document !== undefined ? { document } : { url: url! };
}
