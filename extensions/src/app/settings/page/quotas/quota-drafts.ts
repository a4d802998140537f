import type { QuotaChangeRequest, QuotasView } from '../../contract/index.ts';

/** What was typed, by row and period: an amount, or null for a field that was emptied. */
export type Drafts = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

type Row = QuotasView['rows'][number];

/** One row a subject and set of pipelines. */
export function rowKey({ subjectKind, subjectId, pipelineIds }: Row): string {
  return JSON.stringify([subjectKind, subjectId, pipelineIds]);
}

/** What was typed and differs from what stands there, as the service takes it: amounts as plain decimals. */
export function listChanges({ rows }: QuotasView, drafts: Drafts): QuotaChangeRequest['changes'] {
  return rows.flatMap((row) =>
    row.cells.flatMap(({ periodKey, amount, mayEmpty }) => {
      const typed = drafts[rowKey(row)]?.[periodKey];
      if (typed === undefined) return [];
      if (typed === null && !mayEmpty) return [];
      if (typed === null ? amount === null : amount !== null && Number(amount) === typed) return [];
      const { subjectKind, subjectId, pipelineIds } = row;
      return [
        { subjectKind, subjectId, pipelineIds, periodKey, amount: typed === null ? null : plain(typed) },
      ];
    }),
  );
}

/** At most two decimals and never an exponent, as money is written. */
function plain(amount: number): string {
  return String(Math.round(amount * 100) / 100);
}
