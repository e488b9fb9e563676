import { AuditorService } from '@backstage/backend-plugin-api';

import { audited } from '@mcp-portal/plugin-mcp-node';
import { GateRefusal } from './GateRefusal';

function createAuditor() {
  const success = jest.fn(async () => {});
  const fail = jest.fn(async () => {});
  const createEvent = jest.fn(async () => ({ success, fail }));
  return {
    auditor: { createEvent } as AuditorService,
    createEvent,
    success,
    fail,
  };
}

const EVENT = { eventId: 'version-publish', meta: { version: '1.0.0' } };

describe('what is audited', () => {
  it('is written down before it is done, and how it ended', async () => {
    const { auditor, createEvent, success, fail } = createAuditor();
    const act = async () => {
      expect(createEvent).toHaveBeenCalledWith(EVENT);
      expect(success).not.toHaveBeenCalled();
      return 'done';
    };
    expect(await audited(act, { auditor, ...EVENT })).toBe('done');
    expect(success).toHaveBeenCalledTimes(1);
    expect(fail).not.toHaveBeenCalled();
  });

  it('fails as it does, and tells the log no details', async () => {
    const { auditor, success, fail } = createAuditor();
    const refusal = new GateRefusal('api:default/a', {
      accepted: false,
      version: '1.1.0',
      snapshot: 'abc',
      requiredBump: 'major',
      smallestVersion: '2.0.0',
      breaks: { total: 0, teams: [] },
    });
    await expect(
      audited(async () => Promise.reject(refusal), { auditor, ...EVENT }),
    ).rejects.toBe(refusal);
    expect(success).not.toHaveBeenCalled();
    expect(fail).toHaveBeenCalledWith({
      error: { name: 'ConflictError', message: refusal.message },
    });
  });
});
