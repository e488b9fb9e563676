import { exampleFor, type JsonValue } from '@mcp-portal/mcp-contract';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'body' | 'formData';
}

interface Operation {
  parameters?: Parameter[];
  responses: { [status: string]: { schema?: object } };
}

interface Route {
  /** `GET /sites/{site_id}` */
  id: string;
  method: string;
  pattern: RegExp;
  placeholders: string[];
  parameters: Parameter[];
  status: number;
  answer?: JsonValue;
}

/** What the API saw of a call, by the names that its document gives. */
export interface SeenCall {
  operation: string;
  path: { [name: string]: string };
  query: { [name: string]: string };
  body?: JsonValue;
  authorization?: string;
  /** What it was answered with. */
  answer?: JsonValue;
}

/**
 * An API as its Swagger 2.0 document describes it, one without references: it
 * takes the document's operations and no other, and answers with examples of
 * its schemas. It reads the document by itself, and not as the portal does.
 */
export class ApiStub {
  readonly seen: SeenCall[] = [];

  private constructor(
    readonly routes: readonly Route[],
    readonly basePath: string,
    readonly server: Server,
  ) {}

  static async start(file: string): Promise<ApiStub> {
    const document = parse(await readFile(file, 'utf8')) as {
      basePath: string;
      paths: { [path: string]: { [method: string]: Operation } };
    };
    const routes = Object.entries(document.paths)
      .flatMap(([path, item]) => routesOf(path, item))
      // OpenAPI, Paths Object: concrete paths are matched before templated ones.
      .sort((a, b) => a.placeholders.length - b.placeholders.length);
    const stub = new ApiStub(routes, document.basePath, createServer());
    stub.server.on('request', (request, response) => {
      void text(request).then(body => {
        const url = new URL(request.url ?? '', 'http://stub');
        const answer = stub.#take(
          request.method ?? '',
          url,
          body,
          request.headers.authorization,
        );
        response
          .writeHead(answer?.status ?? 501, {
            'content-type': 'application/json',
          })
          .end(
            answer?.answer === undefined
              ? undefined
              : JSON.stringify(answer.answer),
          );
      });
    });
    await new Promise<void>(done => {
      stub.server.listen(0, '127.0.0.1', () => done());
    });
    return stub;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.basePath}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }

  #take(
    method: string,
    url: URL,
    body: string,
    authorization: string | undefined,
  ): Route | undefined {
    const path = url.pathname.slice(this.basePath.length);
    const route = this.routes.find(
      one => one.method === method && one.pattern.test(path),
    );
    if (route) {
      const values = route.pattern.exec(path)?.slice(1) ?? [];
      this.seen.push({
        operation: route.id,
        path: Object.fromEntries(
          route.placeholders.map((name, index) => [
            name,
            decodeURIComponent(values[index]),
          ]),
        ),
        query: Object.fromEntries(url.searchParams),
        ...(body !== '' && { body: JSON.parse(body) }),
        ...(authorization !== undefined && { authorization }),
        ...(route.answer !== undefined && { answer: route.answer }),
      });
    }
    return route;
  }
}

function routesOf(
  path: string,
  { parameters: shared, ...methods }: { [method: string]: Operation },
): Route[] {
  const placeholders = [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name);
  return Object.entries(methods).map(([method, operation]) => {
    const [status, response] = Object.entries(operation.responses).find(
      ([code]) => code.startsWith('2'),
    ) ?? ['204', {}];
    return {
      id: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      pattern: new RegExp(
        `^${path
          .split(/\{.+?\}/)
          .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('([^/]+)')}$`,
      ),
      placeholders,
      parameters: [
        ...((shared as unknown as Parameter[] | undefined) ?? []),
        ...(operation.parameters ?? []),
      ],
      status: Number(status),
      ...(response.schema && { answer: fullExample(response.schema) }),
    };
  });
}

/** With all properties, not the required ones only. */
export function fullExample(schema: object, depth = 0): JsonValue {
  const { type, properties, items, allOf } = schema as {
    type?: string;
    properties?: { [name: string]: object };
    items?: object;
    allOf?: object[];
  };
  if (allOf) {
    return Object.assign(
      {},
      ...allOf.map(part => fullExample(part, depth + 1)),
    );
  }
  if (properties && depth < 6) {
    return Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [
        name,
        fullExample(property, depth + 1),
      ]),
    );
  }
  if (type === 'array' && items && depth < 6) {
    return [fullExample(items, depth + 1), fullExample(items, depth + 1)];
  }
  return exampleFor(schema as never);
}
