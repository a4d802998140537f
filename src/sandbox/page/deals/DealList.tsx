import type { Session } from '../portal-types.ts';
import { readDeals } from '../portal.ts';
import { Failure } from '../shell/Failure.tsx';
import { Loading } from '../shell/Loading.tsx';
import { go, useAddress } from '../shell/use-address.ts';
import { useAnswer } from '../shell/use-answer.ts';
import { DealFilters } from './DealFilters.tsx';
import { DealTable } from './DealTable.tsx';
import { Pages } from './Pages.tsx';

/** The portal's deals: searched, filtered and paged by the portal; the question stays in the address. */
export function DealList({ session }: { session: Session }) {
  const { query } = useAddress();
  const question = {
    search: query.get('search') ?? '',
    stage: query.get('stage') ?? '',
    owner: query.get('owner') ?? '',
    page: Math.max(1, Number(query.get('page') ?? 1) || 1),
  };
  const deals = useAnswer(() => readDeals(question), Object.values(question));
  const filtered = question.search !== '' || question.stage !== '' || question.owner !== '';
  const clear = () => go('/', { search: '', stage: '', owner: '', page: '' });
  return (
    <main className="deals">
      <header className="deals-head">
        <h1>Deals</h1>
        {deals.state === 'ready' && (
          <span className="deals-count">{deals.answer.total.toLocaleString('en-GB')} records</span>
        )}
      </header>
      <section className="sheet">
        <DealFilters question={question} people={session.people} onClear={filtered ? clear : null} />
        {deals.state === 'loading' && <Loading label="Reading deals" />}
        {deals.state === 'failed' && <Failure message={deals.message} retry={deals.retry} />}
        {deals.state === 'ready' && deals.answer.rows.length === 0 && (
          <div className="page-state">
            <strong>{filtered ? 'No deal matches' : 'This portal has no deals'}</strong>
            <span>
              {filtered ? 'Try another search, stage or owner.' : 'Start it with a deal file to fill it.'}
            </span>
            {filtered && (
              <button type="button" className="button" onClick={clear}>
                Show all deals
              </button>
            )}
          </div>
        )}
        {deals.state === 'ready' && deals.answer.rows.length > 0 && (
          <>
            <DealTable
              rows={deals.answer.rows}
              timeZone={session.account.timeZone}
              currency={session.account.companyCurrency}
              stale={deals.stale}
            />
            <Pages
              deals={deals.answer}
              onPage={(page) => go('/', { page: page === 1 ? '' : String(page) })}
            />
          </>
        )}
      </section>
    </main>
  );
}
