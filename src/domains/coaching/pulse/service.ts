import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type { Done, PulseRequest, PulseTopicRequest, PulseView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { findViewer, quotasOf, type Person } from '../../quota/index.ts';
import { forPortal as linesOf } from '../lines/store.ts';
import { forPortal as answersOf, type OwnAnswers } from './answers/store.ts';
import { describePulse } from './describe-pulse.ts';
import { pulseQuarterAt } from './pulse-quarter.ts';
import { pulseQuestions } from './questions.ts';
import { readPulseAnswers } from './read-pulse-answers.ts';
import { createPulseRounds, type PulseRounds, type RoundDependencies } from './rounds/service.ts';
import { swapDraws } from './rules.ts';
import { scorePulse } from './score-pulse.ts';
import { forPortal } from './store.ts';
import { createPulseSwitch, type PulseSwitch } from './switch/service.ts';
import { swapScore } from './swap-score.ts';

/** What is held on somebody who takes part, for their own export and nobody else's. */
export interface OwnPulseHeld {
  readonly takesPart: boolean;
  readonly answers: readonly OwnAnswers[];
}

export interface PulseService {
  readonly rounds: PulseRounds;
  readonly switch: PulseSwitch;
  /** The viewer's own part, and what was published of those below them. */
  view(caller: Caller): Promise<Result<PulseView, Refusal>>;
  /** Says yes, answers, or stops; leaves no trace of the request, so it must come out the same when it is repeated. */
  change(caller: Caller, request: PulseRequest): Promise<Result<PulseView, Refusal>>;
  putTopic(caller: Caller, request: PulseTopicRequest): Promise<Result<Done, Refusal>>;
  readOwn(portalId: number, ownerId: string): Promise<OwnPulseHeld>;
  /** Made outside a transaction, to be used in one: deletes everything of a person, and tells nobody whether there was anything. */
  openForgetting(portalId: number): Promise<(trx: Kysely<Tables>, ownerId: string) => Promise<void>>;
}

export interface PulseDependencies extends RoundDependencies {
  readonly realClock: Clock;
  /** A whole number from 0 to 14, each as likely; from a secret source unless told. */
  readonly draw?: () => number;
}

const nobody: Refusal = {
  code: 'forbidden',
  message: 'HubSpot knows no owner behind you, so there is no pulse for you in Sideline.',
};
const notAsked = (message: string): Refusal => ({ code: 'conflict', message });

/**
 * The pulse. Nothing here writes who said yes or who answered into the audit log: product.md promises that nobody sees it, and
 * ops read that log.
 */
export function createPulseService(deps: PulseDependencies): PulseService {
  const { db, clock, realClock, openSealer, draw = () => randomInt(swapDraws) } = deps;
  const rounds = createPulseRounds(deps);

  const view = async ({ portal }: Caller, viewer: Person, people: readonly Person[]): Promise<PulseView> => {
    const store = forPortal(db, portal.id);
    const quarterKey = pulseQuarterAt(clock.now(), portal.timeZone);
    const isOn = await store.isOn();
    const answers = answersOf(db, portal.id, await openSealer(portal.id));
    const own = isOn ? await answers.listOwn(viewer.ownerId, await store.listKeys()) : [];
    const words = isOn ? await store.listWords(viewer.ownerId) : [];
    const names = new Map(people.map(({ ownerId, name }) => [ownerId, name]));
    return describePulse({
      isOn,
      takesPart: isOn && (await answers.hasConsented(viewer.ownerId)),
      hasManager: viewer.managerId !== null,
      viewerId: viewer.ownerId,
      quarterKey,
      own,
      isManager: words.length > 0 || people.some(({ managerId }) => managerId === viewer.ownerId),
      words,
      nameOf: (ownerId) => names.get(ownerId) ?? 'somebody who has left',
    });
  };

  const find = async ({ portal, userId }: Caller): Promise<{ people: Person[]; viewer: Person | null }> => {
    const people = await quotasOf(db, portal.id).listPeople();
    return { people, viewer: findViewer(people, userId) };
  };

  /** Null where it was done. */
  const apply = async (
    { portal }: Caller,
    viewer: Person,
    request: PulseRequest,
  ): Promise<Refusal | null> => {
    const sealer = await openSealer(portal.id);
    if (request.change === 'revoke') {
      await inTransaction(db, async (trx) => {
        const keys = await forPortal(trx, portal.id).listKeys();
        await answersOf(trx, portal.id, sealer).revoke(viewer.ownerId, keys);
      });
      return null;
    }
    if (viewer.managerId === null)
      return notAsked('Nobody is set as your manager, so there is nothing to ask.');
    if (!(await forPortal(db, portal.id).isOn())) return notAsked('The pulse is switched off.');
    const quarterKey = await rounds.open(portal);
    return inTransaction(db, async (trx): Promise<Refusal | null> => {
      const store = forPortal(trx, portal.id);
      const answers = answersOf(trx, portal.id, sealer);
      if (!(await store.holdSwitch())) return notAsked('The pulse is switched off.');
      if (request.change === 'consent') {
        await answers.consent(viewer.ownerId);
        return null;
      }
      if (!(await answers.holdConsent(viewer.ownerId)))
        return notAsked('Say first that you want to take part.');
      if (!(await store.holdOpen(quarterKey))) return notAsked('This quarter is over. Open the page anew.');
      const read = readPulseAnswers(request.answers);
      if (!read.ok)
        return { code: 'bad_request', message: read.failure.map(({ message }) => message).join(' ') };
      // Where an answer stands already it stays, with the one draw that was made for it.
      const swappedScore = swapScore(scorePulse(read.value), draw());
      await answers.answer(viewer.ownerId, { quarterKey, answers: read.value, swappedScore });
      return null;
    });
  };

  return {
    rounds,
    switch: createPulseSwitch({ ...deps, rounds }),

    async view(caller) {
      const { people, viewer } = await find(caller);
      return viewer ? ok(await view(caller, viewer, people)) : err(nobody);
    },

    async change(caller, request) {
      const { people, viewer } = await find(caller);
      if (!viewer) return err(nobody);
      const refused = await apply(caller, viewer, request);
      return refused ? err(refused) : ok(await view(caller, viewer, people));
    },

    async putTopic({ portal, userId }, { topic }) {
      const { viewer } = await find({ portal, userId, isOps: false });
      if (!viewer) return err(nobody);
      if (!(await forPortal(db, portal.id).isOn())) return err(notAsked('The pulse is switched off.'));
      const text = pulseQuestions.find(({ id }) => id === topic)?.agendaWords ?? topic;
      const record = { type: 'meeting', id: '0' } as const;
      const sealer = await openSealer(portal.id);
      const at = realClock.now();
      await inTransaction(db, async (trx) => {
        const { ownerId: repId, managerId } = viewer;
        if (!(await linesOf(trx, portal.id, sealer).add({ repId, managerId, record, text, at }))) return;
        await auditOf(trx, portal.id).add({
          at,
          userId,
          action: 'add line to 1:1',
          details: { recordType: record.type, recordId: record.id },
        });
      });
      return ok({ message: 'On the list for your next 1:1.' });
    },

    async readOwn(portalId, ownerId) {
      const answers = answersOf(db, portalId, await openSealer(portalId));
      return {
        takesPart: await answers.hasConsented(ownerId),
        answers: await answers.listOwn(ownerId, await forPortal(db, portalId).listKeys()),
      };
    },

    async openForgetting(portalId) {
      const sealer = await openSealer(portalId);
      return async (trx, ownerId) => {
        const keys = await forPortal(trx, portalId).listKeys();
        await answersOf(trx, portalId, sealer).revoke(ownerId, keys);
      };
    },
  };
}
