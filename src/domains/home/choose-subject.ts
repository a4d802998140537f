import type { DealsBehindRequest, DealsBehindView } from '../../contract/index.ts';
import type { ExpectedDeal, Overview, PersonSummary } from '../team/index.ts';

export interface Subject {
  readonly name: string;
  readonly people: readonly PersonSummary[];
  readonly open: readonly ExpectedDeal[];
}

/** The people and open deals of a row; null for a row that this overview has not. */
export function chooseSubject(overview: Overview, subject: string, whose: string): Subject | null {
  const of = (name: string, ownerIds: readonly string[]): Subject => {
    const wanted = new Set(ownerIds);
    return {
      name,
      people: overview.people.filter(({ ownerId }) => wanted.has(ownerId)),
      open: overview.open.filter(({ deal }) => deal.ownerId !== null && wanted.has(deal.ownerId)),
    };
  };
  if (subject === 'everybody')
    return { name: whose.toLowerCase(), people: overview.people, open: overview.open };
  const group = overview.groups.find(({ teamId }) => teamId !== null && subject === `team ${teamId}`);
  if (group) return of(group.name, group.ownerIds);
  const person = overview.people.find(({ ownerId }) => ownerId === subject);
  return person ? of(person.name, [person.ownerId]) : null;
}

/** What the list of deals is headed with, and how the figure comes from them. */
export function describeFigure(
  figure: DealsBehindRequest['figure'],
  name: string,
  period: string,
): Pick<DealsBehindView, 'title' | 'formula'> {
  switch (figure) {
    case 'won':
      return {
        title: `Won by ${name} in ${period}`,
        formula: 'Their part of each won deal; a deal reopened since counts negative.',
      };
    case 'forecast':
      return {
        title: `Forecast of ${name} for ${period}`,
        formula: 'Won so far, and each open deal’s amount times its win probability.',
      };
    case 'coverage':
      return {
        title: `Open pipeline of ${name} that closes in ${period}`,
        formula: 'Amounts of open deals whose close date lies in the period.',
      };
    case 'leftOut':
      return {
        title: `Left out of the figures of ${name}`,
        formula: 'Deals that count in no figure of this period, each with the reason.',
      };
  }
}
