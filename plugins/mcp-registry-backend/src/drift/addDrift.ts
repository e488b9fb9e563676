import type { Foundation } from '../Foundation';
import type { AnswerListener } from '../introspection/AnswerListener';
import { DatabaseDriftStore } from './DatabaseDriftStore';
import { DriftJudge } from './DriftJudge';
import { DriftNotifier } from './DriftNotifier';
import { DriftService } from './DriftService';
import { DriftWatcher } from './DriftWatcher';
import { addDriftRoutes } from './router';

/**
 * Drift: over HTTP, and seen in each answer.
 */
export function addDrift(foundation: Foundation): AnswerListener {
  const store = new DatabaseDriftStore(foundation);
  const judge = new DriftJudge(foundation);
  addDriftRoutes(foundation.router, {
    ...foundation,
    drift: new DriftService({ ...foundation, store, judge }),
  });
  return new DriftWatcher({
    store,
    judge,
    notifier: new DriftNotifier(foundation),
    logger: foundation.logger,
  });
}
