import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';

import { readConventionsConfig } from './readConventionsConfig';

const read = (conventions?: JsonObject) =>
  readConventionsConfig(
    mockServices.rootConfig({ data: { mcpRegistry: { conventions } } }),
  );

describe('readConventionsConfig', () => {
  it('tries servers, and changes nothing, unless it is said', () => {
    expect(read()).toEqual({ settings: {}, probeUnknownTool: true });
  });

  it('takes severities and options', () => {
    const rules = {
      'server-name': { severity: 'off' },
      'tool-list-size': { options: { maxTokens: 5_000 } },
    };
    expect(read({ rules, probeUnknownTool: false })).toEqual({
      settings: rules,
      probeUnknownTool: false,
    });
  });

  it.each([
    [{ 'no-such': {} }, 'no-such'],
    [{ 'server-name': { severity: 'fatal' } }, 'server-name.severity'],
    [{ 'server-name': { severty: 'off' } }, 'severty'],
    [{ 'tool-list-size': { options: { maxTokens: 'many' } } }, 'maxTokens'],
    [{ 'tool-list-size': { options: { tokens: 1 } } }, 'tokens'],
  ])('refuses %j and names what is wrong', (rules, named) => {
    expect(() => read({ rules })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          new RegExp(`^mcpRegistry\\.conventions\\.rules: .*${named}`),
        ),
      }),
    );
  });
});
