import { AsyncLocalStorage } from 'node:async_hooks';

import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Request, RequestHandler } from 'express';

/**
 * For whom something is done, as far down as nobody hands that on: the catalog
 * reads URLs in answer to requests too, as in its dry runs, and a reader is not
 * told for whom.
 */
export class RequestScope {
  readonly #httpAuth: HttpAuthService;
  readonly #requests = new AsyncLocalStorage<Request>();

  constructor(options: { httpAuth: HttpAuthService }) {
    this.#httpAuth = options.httpAuth;
  }

  /** Comes before the routes of the plugin. */
  readonly middleware: RequestHandler = (req, _res, next) => {
    this.#requests.run(req, () => next());
  };

  /** Of the request that is being answered; undefined while none is. */
  async credentials(): Promise<BackstageCredentials | undefined> {
    const request = this.#requests.getStore();
    return request && this.#httpAuth.credentials(request);
  }
}
