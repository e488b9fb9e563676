import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';

import { IndexTrigger } from './IndexTrigger';

const SECOND_MS = 1_000;

describe('IndexTrigger', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  async function create() {
    const scheduler = mockServices.scheduler.mock({
      triggerTask: async () => {},
    });
    const logger = mockServices.logger.mock();
    const trigger = new IndexTrigger({ scheduler, logger });
    const run = jest.fn();
    await trigger.watch({ run }).run({ id: 'the_index', fn: async () => {} });
    expect(run).toHaveBeenCalledTimes(1);
    return {
      trigger,
      logger,
      runs: scheduler.triggerTask,
      pass: (seconds: number) =>
        jest.advanceTimersByTimeAsync(seconds * SECOND_MS),
    };
  }

  it('has one run made for changes that come together, within a second', async () => {
    const { trigger, runs, pass } = await create();
    trigger.notice();
    trigger.notice();
    trigger.notice();
    expect(runs).not.toHaveBeenCalled();
    await pass(1);
    expect(runs.mock.calls).toEqual([['the_index']]);
    await pass(600);
    expect(runs).toHaveBeenCalledTimes(1);
  });

  it('has another made for what changes afterwards', async () => {
    const { trigger, runs, pass } = await create();
    trigger.notice();
    await pass(1);
    trigger.notice();
    await pass(5);
    expect(runs).toHaveBeenCalledTimes(2);
  });

  it('has ever fewer made while changes go on, and is quick again after a rest', async () => {
    const { trigger, runs, pass } = await create();
    for (let second = 0; second < 600; second++) {
      trigger.notice();
      await pass(1);
    }
    expect(runs.mock.calls.length).toBeLessThan(15);
    await pass(600);
    runs.mockClear();
    trigger.notice();
    await pass(1);
    expect(runs).toHaveBeenCalledTimes(1);
  });

  it('has it run again after a run that is under way', async () => {
    const { trigger, runs, pass } = await create();
    runs.mockRejectedValueOnce(new ConflictError('It is running'));
    runs.mockRejectedValueOnce(new ConflictError('It is running'));
    trigger.notice();
    await pass(10);
    expect(runs).toHaveBeenCalledTimes(3);
  });

  it('says so, and goes on, when the task can not be run', async () => {
    const { trigger, runs, logger, pass } = await create();
    runs.mockRejectedValueOnce(new NotFoundError('No such task'));
    trigger.notice();
    await pass(10);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    trigger.notice();
    await pass(10);
    expect(runs).toHaveBeenCalledTimes(2);
  });

  it('does nothing more once it is stopped', async () => {
    const { trigger, runs, pass } = await create();
    trigger.notice();
    trigger.stop();
    trigger.notice();
    await pass(600);
    expect(runs).not.toHaveBeenCalled();
  });
});
