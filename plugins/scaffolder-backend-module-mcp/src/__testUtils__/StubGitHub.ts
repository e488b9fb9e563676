import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** How the making of a repository goes. */
export type Making =
  /** It is made, and pushes to it are refused. */
  | 'no-push'
  /** It is made, and the answer says that something went wrong. */
  | 'made-but-500';

/**
 * As much of a code host as `publish:github` asks before it fails midway.
 */
export class StubGitHub {
  making: Making = 'no-push';
  readonly repositories = new Set<string>();
  /** Methods and paths, in their order. */
  readonly requests: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) =>
      this.#answer(request, response),
    );
  }

  static async start(): Promise<StubGitHub> {
    const stub = new StubGitHub();
    await new Promise<void>(resolve => {
      stub.#server.listen(0, '127.0.0.1', resolve);
    });
    return stub;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const path = request.url!.replace(/\?.*/, '');
    this.requests.push(`${request.method} ${path}`);
    const answer = (status: number, body: object) => {
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    };
    if (path === '/users/acme') {
      answer(200, { login: 'acme', type: 'Organization' });
    } else if (path === '/orgs/acme/repos') {
      const { name } = JSON.parse(Buffer.concat(chunks).toString());
      this.#make(name, answer);
    } else if (path.endsWith('/topics')) {
      answer(200, { names: [] });
    } else {
      answer(403, { message: 'Not you' });
    }
  }

  #make(name: string, answer: (status: number, body: object) => void): void {
    if (this.repositories.has(name)) {
      answer(422, { message: 'name already exists on this account' });
      return;
    }
    this.repositories.add(name);
    if (this.making === 'made-but-500') {
      answer(500, { message: 'Something went wrong' });
    } else {
      answer(201, {
        name,
        clone_url: `${this.url}/acme/${name}.git`,
        html_url: `https://github.example.com/acme/${name}`,
      });
    }
  }
}
