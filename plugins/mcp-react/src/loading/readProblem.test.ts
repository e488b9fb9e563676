import { ResponseError } from '@backstage/errors';
import { readProblem } from './readProblem';

const answer = (status: number, body: string, type = 'application/json') =>
  ({
    ok: false,
    status,
    statusText: 'Whatever',
    headers: new Headers({ 'content-type': type }),
    text: async () => body,
    json: async () => JSON.parse(body),
  } as unknown as Response);

describe('readProblem', () => {
  it('takes name and message from what the registry said', async () => {
    const body = {
      error: { name: 'NotFoundError', message: 'No server api:default/x' },
      response: { statusCode: 404 },
    };
    const thrown = await ResponseError.fromResponse(
      answer(404, JSON.stringify(body)),
    );
    expect(readProblem(thrown)).toMatchObject(body.error);
  });

  it('says what a proxy answered instead of the registry', async () => {
    const thrown = await ResponseError.fromResponse(
      answer(502, 'Bad gateway', 'text/plain'),
    );
    expect(readProblem(thrown).message).toContain('502');
  });

  it('keeps any other error, and makes one of what is none', () => {
    const error = new Error('Failed to fetch');
    expect(readProblem(error)).toBe(error);
    expect(readProblem('gone').message).toBe('gone');
  });
});
