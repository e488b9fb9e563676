import {
  checkConventions,
  type ConventionReport,
  type ConventionSubject,
  settleConventions,
  toolListText,
} from '@mcp-portal/mcp-contract';

import type { Scope } from '../access';
import { fingerprint } from '../database/fingerprint';
import type {
  AnswerListener,
  GoodAnswer,
} from '../introspection/AnswerListener';
import type { TrialOptions } from '../introspection/asking/ContractAsker';
import type { TrialPlan } from '../introspection/IntrospectionService';
import type {
  CheckBasis,
  ConventionStore,
  ServerTrial,
} from './ConventionStore';
import { countTokens } from './countTokens';
import type { ConventionsConfig } from './readConventionsConfig';

/** How long a trial holds while the server offers the same. */
const TRIAL_MS = 24 * 60 * 60 * 1000;

/**
 * Checks with each answer how far a server keeps the conventions. Nothing is
 * worked out again while the contract, what else is known of the server, and
 * the platform team's settings are the same.
 */
export class ConventionChecker implements AnswerListener, TrialPlan {
  readonly #store: ConventionStore;
  readonly #config: ConventionsConfig;
  /** Of the conventions in force, their texts included. */
  readonly #conventions: string;
  readonly #countTokens: (text: string) => Promise<number>;
  readonly #now: () => Date;

  constructor(options: {
    store: ConventionStore;
    config: ConventionsConfig;
    countTokens?: (text: string) => Promise<number>;
    now?: () => Date;
  }) {
    this.#store = options.store;
    this.#config = options.config;
    this.#conventions = fingerprint(settleConventions(options.config.settings));
    this.#countTokens = options.countTokens ?? countTokens;
    this.#now = options.now ?? (() => new Date());
  }

  async trialOf(scope: Scope, ref: string): Promise<TrialOptions> {
    const basis = await this.#store.basis(scope, ref);
    return {
      unknownTool: this.#config.probeUnknownTool,
      unlessSnapshot: this.#holds(basis?.trial)
        ? basis?.trial?.snapshot
        : undefined,
    };
  }

  async answered(scope: Scope, ref: string, answer: GoodAnswer): Promise<void> {
    const basis = await this.#store.basis(scope, ref);
    if (!basis) {
      return;
    }
    const trial = await this.#learn(scope, ref, { basis, answer });
    const subject: ConventionSubject = {
      contract: answer.snapshot.contract,
      serverName: basis.serverName,
      serverInfo: answer.serverInfo,
      version: basis.version,
      unknownTool: trial.unknownTool,
      auth: answer.auth ?? trial.auth,
    };
    const snapshot = answer.snapshot.sha256;
    const found = fingerprint([
      this.#conventions,
      { ...subject, contract: snapshot },
    ]);
    await this.#store.keepCheck(
      scope,
      ref,
      this.#now(),
      found === basis.last?.fingerprint
        ? undefined
        : {
            fingerprint: found,
            snapshot,
            report: await this.#check(subject, snapshot, basis),
          },
    );
  }

  /** What this answer tells by trying, or the last trial still does. */
  async #learn(
    scope: Scope,
    ref: string,
    { basis, answer }: { basis: CheckBasis; answer: GoodAnswer },
  ): Promise<ServerTrial> {
    const { sha256 } = answer.snapshot;
    if (basis.trial?.snapshot === sha256 && this.#holds(basis.trial)) {
      return basis.trial;
    }
    const trial: ServerTrial = {
      snapshot: sha256,
      triedAt: this.#now().toISOString(),
      unknownTool: answer.unknownTool,
      auth: answer.auth,
    };
    await this.#store.keepTrial(scope, ref, trial);
    return trial;
  }

  #holds(trial: ServerTrial | undefined): boolean {
    return (
      trial !== undefined &&
      this.#now().getTime() - Date.parse(trial.triedAt) < TRIAL_MS
    );
  }

  async #check(
    subject: ConventionSubject,
    snapshot: string,
    { last }: CheckBasis,
  ): Promise<ConventionReport> {
    const counted =
      last?.snapshot === snapshot ? last.toolListTokens : undefined;
    return checkConventions(
      {
        ...subject,
        toolListTokens:
          counted ?? (await this.#countTokens(toolListText(subject.contract))),
      },
      this.#config.settings,
    );
  }
}
