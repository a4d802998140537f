import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type {
  AcceptSuggestionsRequest,
  Done,
  QuotaChangeRequest,
  QuotaPasteConfirmRequest,
  QuotaPastePreview,
  QuotaPasteRequest,
  QuotasRequest,
  QuotasView,
} from '../../../contract/index.ts';
import { readQuotas } from '../../../csv/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { digestOf } from '../../../kernel/digest-of.ts';
import { periodAt, periodFromKey, periodLabel } from '../../../kernel/period.ts';
import { calendarOf, type Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { directoryOf, dirtyOwnersOf } from '../../../mirror/index.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { matchQuotas, quotasOf, type StoredQuota } from '../../quota/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { matchesSearch } from '../matches-search.ts';
import { takePage } from '../take-page.ts';
import { compareQuotas, type QuotaChange } from './compare-quotas.ts';
import { describePaste } from './describe-paste.ts';
import { layOutGrid } from './lay-out-grid.ts';
import { listYearKeys } from './list-year-keys.ts';
import { readQuotaChanges } from './read-quota-changes.ts';

export interface QuotaSettings {
  grid(caller: Caller, request: QuotasRequest): Promise<Result<QuotasView, Refusal>>;
  type(caller: Caller, request: QuotaChangeRequest): Promise<Result<Done, Refusal>>;
  acceptSuggestions(caller: Caller, request: AcceptSuggestionsRequest): Promise<Result<Done, Refusal>>;
  /** What a pasted file would do; changes nothing. */
  previewPaste(caller: Caller, request: QuotaPasteRequest): Promise<Result<QuotaPastePreview, Refusal>>;
  /** Does what a preview showed, and only that. */
  paste(caller: Caller, request: QuotaPasteConfirmRequest): Promise<Result<QuotaPastePreview, Refusal>>;
}

const ROWS_A_PAGE = 50;

export function createQuotaSettings(deps: SettingsDependencies): QuotaSettings {
  /** Quotas and what was said of them, everybody's numbers to be looked at again, all or nothing. */
  const change = async (
    trx: Kysely<Tables>,
    { portal, userId }: Caller,
    action: string,
    quotas: { saved: readonly StoredQuota[]; removed: readonly Omit<StoredQuota, 'amountMinor'>[] },
  ): Promise<void> => {
    await quotasOf(trx, portal.id).removeQuotas(quotas.removed);
    await quotasOf(trx, portal.id).saveQuotas(quotas.saved);
    await auditOf(trx, portal.id).add({ at: deps.realClock.now(), userId, action, details: { ...quotas } });
    await dirtyOwnersOf(trx, portal.id).markEverybody();
  };

  return {
    async grid({ portal }, { year: asked, search, after }) {
      const calendar = calendarOf(portal);
      const present = periodAt(calendar, portal.periodKind, deps.clock.now());
      const year = asked ?? periodAt(calendar, 'year', deps.clock.now()).key;
      const { columns, keys } = listYearKeys(calendar, year, portal.periodKind);
      const directory = directoryOf(deps.db, portal.id);
      const people = await quotasOf(deps.db, portal.id).listPeople();
      const quotas = await quotasOf(deps.db, portal.id).listQuotas(keys);
      const rows = layOutGrid({
        people: people.toSorted((left, right) => left.name.localeCompare(right.name, 'en')),
        teams: await directory.listTeams(),
        pipelines: await directory.listPipelines(),
        columns,
        timeZone: portal.timeZone,
        quotas,
        currency: portal.companyCurrency,
      }).filter((row) => matchesSearch(search, [row.name, row.teamName ?? '']));
      const page = takePage(rows, after, ROWS_A_PAGE);
      const shown = new Set(columns.map(({ key }) => key));
      return ok({
        year,
        previousYear: String(Number(year) - 1),
        nextYear: String(Number(year) + 1),
        currency: portal.companyCurrency,
        periods: columns.map((period) => ({
          key: period.key,
          label: periodLabel(period),
          isCurrent: period.key === present.key,
        })),
        total: rows.length,
        rows: [...page.items],
        after: page.after,
        suggestions: quotas.filter(({ source, periodKey }) => source === 'example' && shown.has(periodKey))
          .length,
      });
    },

    async type(caller, { changes }) {
      const { portal } = caller;
      const directory = directoryOf(deps.db, portal.id);
      const read = readQuotaChanges(changes, {
        ownerIds: new Set((await directory.listOwners()).map(({ id }) => id)),
        teamIds: new Set((await directory.listTeams()).map(({ id }) => id)),
        pipelineIds: new Set((await directory.listPipelines()).map(({ id }) => id)),
        currency: portal.companyCurrency,
      });
      if (!read.ok) return err({ code: 'bad_request', ...read.failure });
      await inTransaction(deps.db, (trx) => change(trx, caller, 'type quotas', read.value));
      await deps.queue.send('work-portal', { portalId: portal.id });
      const { saved, removed } = read.value;
      const emptied = removed.length === 0 ? '' : `, ${removed.length} emptied`;
      return ok({
        message: `${countNoun(saved.length, 'quota')} saved${emptied}. The numbers follow in a minute.`,
      });
    },

    async acceptSuggestions(caller, { periodKey, ownerIds }) {
      const { portal } = caller;
      const wanted = ownerIds && new Set(ownerIds);
      const taken = await inTransaction(deps.db, async (trx) => {
        const stored = await quotasOf(trx, portal.id).listQuotas([periodKey]);
        const suggested = stored.filter(
          ({ source, subjectId }) => source === 'example' && (wanted?.has(subjectId) ?? true),
        );
        if (suggested.length > 0)
          await change(trx, caller, 'accept suggested quotas', {
            saved: suggested.map((quota) => ({ ...quota, source: 'typed' as const })),
            removed: suggested,
          });
        return suggested.length;
      });
      const period = periodLabel(periodFromKey(calendarOf(portal), periodKey));
      if (taken === 0) return ok({ message: `There is no suggestion for ${period} to take over.` });
      await deps.queue.send('work-portal', { portalId: portal.id });
      return ok({
        message: `${countNoun(taken, 'suggestion')} for ${period} ${taken === 1 ? 'is' : 'are'} yours now.`,
      });
    },

    async previewPaste({ portal }, { csv, mode }) {
      return ok((await comparePaste(deps.db, portal, csv, mode)).preview);
    },

    async paste(caller, { csv, mode, digest }) {
      const { portal } = caller;
      const done = await inTransaction(deps.db, async (trx) => {
        const { preview, changes } = await comparePaste(trx, portal, csv, mode);
        if (preview.digest !== digest) return err(otherByNow);
        await change(trx, caller, 'paste quotas', {
          saved: changes.flatMap(({ quota, after }) =>
            after === null ? [] : [{ ...quota, amountMinor: after }],
          ),
          removed: changes.filter(({ kind }) => kind === 'removed').map(({ quota }) => quota),
        });
        return ok(preview);
      });
      if (done.ok) await deps.queue.send('work-portal', { portalId: portal.id });
      return done;
    },
  };
}

const otherByNow: Refusal = {
  code: 'bad_request',
  message:
    'The quotas have changed since you looked, so this would do something else by now. Look again, then save.',
  field: 'digest',
};

async function comparePaste(
  db: Kysely<Tables>,
  portal: Portal,
  csv: string,
  mode: 'add' | 'replace',
): Promise<{ readonly preview: QuotaPastePreview; readonly changes: readonly QuotaChange[] }> {
  const directory = directoryOf(db, portal.id);
  const [owners, teams, pipelines] = [
    await directory.listOwners(),
    await directory.listTeams(),
    await directory.listPipelines(),
  ];
  const { companyCurrency } = portal;
  const calendar = calendarOf(portal);
  const reading = readQuotas(csv);
  const matched = matchQuotas(reading.rows, { owners, teams, pipelines, calendar, companyCurrency });
  const pasted = matched.quotas.map((quota, index) => ({ line: matched.lines[index] ?? 1, quota }));
  const keys = [...new Set(matched.quotas.map(({ periodKey }) => periodKey))];
  const stored = keys.length === 0 ? [] : await quotasOf(db, portal.id).listQuotas(keys);
  const compared = compareQuotas({ pasted, stored, mode });
  const unmatched = [...reading.problems, ...matched.unmatched].sort((one, other) => one.line - other.line);
  const names = (entries: readonly { id: string; name: string }[]) => {
    const known = new Map(entries.map(({ id, name }) => [id, name]));
    return (id: string) => known.get(id) ?? id;
  };
  const shown = describePaste(compared, unmatched, {
    nameOfRep: names(owners),
    nameOfTeam: names(teams),
    labelOfPipeline: names(pipelines.map(({ id, label }) => ({ id, name: label }))),
    calendar,
    currency: companyCurrency,
  });
  const digest = digestOf([mode, compared, unmatched]);
  return { preview: { digest, ...shown }, changes: compared.changes };
}
