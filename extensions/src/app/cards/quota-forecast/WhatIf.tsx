import { CurrencyInput, DateInput, Flex, Text, type BaseDate, type CrmContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { QuotaForecastView } from '../contract/index.ts';
import { toDateInput, toIsoDate } from '../shared/date-input.ts';
import { useWhatIf, type Trial } from './use-what-if.ts';
import { WhatIfAnswer } from './WhatIfAnswer.tsx';

interface WhatIfProps {
  context: CrmContext;
  start: NonNullable<QuotaForecastView['whatIf']>;
  asOf: string;
}

/** Tries out another amount and close date; the deal itself is not touched. */
export function WhatIf(props: WhatIfProps) {
  const { amount, closeDate } = props.start;
  // The key lets the fields begin anew when the deal itself was edited, and keeps a trial through any other refresh.
  return <Fields key={`${amount ?? ''} ${closeDate ?? ''}`} {...props} />;
}

function Fields({ context, start, asOf }: WhatIfProps) {
  const asItStands: Trial = {
    amount: start.amount === null ? null : Number(start.amount),
    closeDate: start.closeDate,
  };
  const [trial, setTrial] = useState(asItStands);
  const state = useWhatIf({ context, start: asItStands, trial, asOf });
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>What if</Text>
      <Flex gap="sm" wrap>
        <CurrencyInput
          label="Amount"
          name="amount"
          currency={start.currency}
          min={0}
          {...(trial.amount !== null && { value: trial.amount })}
          onChange={(amount) => {
            setTrial((before) => ({ ...before, amount: Number.isFinite(amount) ? amount : null }));
          }}
        />
        <DateInput
          label="Close date"
          name="closeDate"
          format="medium"
          timezone="portalTz"
          {...(trial.closeDate !== null && { value: toDateInput(trial.closeDate) })}
          onChange={(date: BaseDate | null) => {
            setTrial((before) => ({ ...before, closeDate: date && toIsoDate(date) }));
          }}
        />
      </Flex>
      <WhatIfAnswer state={state} />
    </Flex>
  );
}
