import { mockServices } from '@backstage/backend-test-utils';
import type { Admission } from '@mcp-portal/plugin-mcp-cost-common';

import { responseError } from '../../../__testUtils__/responseError';
import { AS_PETRA, runAction } from '../../../__testUtils__/runAction';
import { createTeamAdmissionAction } from './createTeamAdmissionAction';

const TEAM = 'group:default/payments';

const admission = (changes: Partial<Admission>): Admission => ({
  teamRef: TEAM,
  admitted: true,
  level: 'good',
  message: 'Payments has spent $10.00 of $100.00 this month.',
  askAt: '/costs/budgets?search=group%3Adefault%2Fpayments',
  ...changes,
});

function actionThatHears(answer: () => Promise<Admission>) {
  const getAdmission = jest.fn((..._: unknown[]) => answer());
  return {
    getAdmission,
    action: createTeamAdmissionAction({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      costs: { getAdmission },
      portalUrl: 'https://portal.example.com',
    }),
  };
}

describe('mcp:team:admission', () => {
  it('lets a team in, and asks as the person who runs the template', async () => {
    const { action, getAdmission } = actionThatHears(async () => admission({}));
    const { output, log } = await runAction(action, { team: TEAM });
    expect(output).toEqual({
      level: 'good',
      message: 'Payments has spent $10.00 of $100.00 this month.',
    });
    expect(log).toEqual([
      'info: Payments has spent $10.00 of $100.00 this month.',
    ]);
    expect(getAdmission).toHaveBeenCalledWith(TEAM, AS_PETRA);
    expect(JSON.stringify(getAdmission.mock.calls)).toContain('mcp-cost');
  });

  it.each(['attention', 'problem'] as const)(
    'lets a team in with a warning that is near its budget or may go over: %s',
    async level => {
      const { action } = actionThatHears(async () => admission({ level }));
      const { log } = await runAction(action, { team: TEAM });
      expect(log).toEqual([expect.stringMatching(/^warn: Payments has spent/)]);
    },
  );

  it('stops a team over its budget, with the figures and where to ask for more', async () => {
    const { action } = actionThatHears(async () =>
      admission({
        admitted: false,
        level: 'problem',
        message:
          'Payments has spent $100.00 of $100.00 this month. Ask for more.',
      }),
    );
    await expect(runAction(action, { team: TEAM })).rejects.toMatchObject({
      name: 'NotAllowedError',
      message:
        'Payments has spent $100.00 of $100.00 this month. Ask for more. Its budget, and where to ask for more: https://portal.example.com/costs/budgets?search=group%3Adefault%2Fpayments',
      stack: expect.not.stringContaining('createTeamAdmissionAction'),
    });
  });

  it('stops a team of which the last known is that its budget is used up', async () => {
    const { action } = actionThatHears(async () =>
      admission({ admitted: false, level: 'unknown', message: 'Blocked.' }),
    );
    await expect(runAction(action, { team: TEAM })).rejects.toThrow('Blocked.');
  });

  it.each<[string, () => Promise<Error>]>([
    ['no connection', async () => new TypeError('fetch failed')],
    [
      'trouble',
      () =>
        responseError(503, {
          name: 'ServiceUnavailableError',
          message: 'Not now',
        }),
    ],
    [
      'a portal without costs',
      () => responseError(404, { name: 'Error', message: 'Nothing here' }),
    ],
  ])('lets in and says so when there is %s', async (_, failure) => {
    const { action } = actionThatHears(async () => {
      throw await failure();
    });
    const { output, log } = await runAction(action, { team: TEAM });
    expect(output.level).toBe('unknown');
    expect(log).toEqual([expect.stringMatching(/^warn: Nobody could tell/)]);
  });

  it.each(['NotFoundError', 'NotAllowedError'])(
    'stops whoever asks for a team that they may not see: %s',
    async name => {
      const { action } = actionThatHears(async () => {
        throw await responseError(name === 'NotFoundError' ? 404 : 403, {
          name,
          message: 'No such team',
        });
      });
      await expect(runAction(action, { team: TEAM })).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: `You can't start work for ${TEAM}: No such team. Choose a team that you belong to.`,
      });
    },
  );
});
