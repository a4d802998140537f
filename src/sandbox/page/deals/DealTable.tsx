import type { DealRow } from '../portal-types.ts';
import { Avatar } from '../shell/Avatar.tsx';
import { PageLink } from '../shell/PageLink.tsx';
import { formatAmount } from './format-amount.ts';
import { formatDay } from './format-day.ts';
import { Share } from './Share.tsx';

/** One page of deals; `stale` dims it while the next answer is on its way. */
export function DealTable(props: {
  rows: readonly DealRow[];
  timeZone: string;
  currency: string;
  stale: boolean;
}) {
  return (
    <div className="table-scroll">
      <table className={props.stale ? 'deal-table stale' : 'deal-table'}>
        <thead>
          <tr>
            <th>Deal name</th>
            <th>Stage</th>
            <th className="number">Amount</th>
            <th>Close date</th>
            <th>Deal owner</th>
            <th className="number sideline">Attainment</th>
            <th className="number sideline">Win probability</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <PageLink to={`/deals/${row.id}`} className="deal-link">
                  {row.name || 'Unnamed deal'}
                </PageLink>
              </td>
              <td>
                <span className="stage">{row.stageLabel}</span>
                <span className="pipeline">{row.pipelineLabel}</span>
              </td>
              <td className="number">{formatAmount(row.amount, row.currency ?? props.currency)}</td>
              <td className="day">{formatDay(row.closeDate, props.timeZone)}</td>
              <td>
                {row.ownerName ? (
                  <span className="owner">
                    <Avatar name={row.ownerName} small />
                    {row.ownerName}
                  </span>
                ) : (
                  <span className="faint">No owner</span>
                )}
              </td>
              <td className="number">
                <Share value={row.attainment} label="Owner's quota attainment, written by Sideline" />
              </td>
              <td className="number">
                <Share value={row.winProbability} label="Chance to be won this period, written by Sideline" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
