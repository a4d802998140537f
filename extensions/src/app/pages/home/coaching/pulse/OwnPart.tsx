import { Accordion, Flex, List, Text } from '@hubspot/ui-extensions';
import type { CardActions } from '../../../coaching/card-context.ts';
import { pulseView, type PulseView } from '../../../contract/index.ts';
import type { Reach } from '../../../shared/ask-service.ts';
import { ChangeButton } from '../../../shared/ChangeButton.tsx';
import { Questions } from './Questions.tsx';
import { StopTakingPart } from './StopTakingPart.tsx';
import { Topics } from './Topics.tsx';

export interface PartProps {
  reach: Reach;
  actions: CardActions;
  view: PulseView;
  onChanged: (view: PulseView) => void;
}

/** The viewer's own part: asked whether they want to, the three questions, or what they answered. */
export function OwnPart(props: PartProps) {
  const { reach, view, onChanged } = props;
  const { state, takesPart, trend, quarterLabel, terms } = view;
  return (
    <Flex direction="column" gap="sm">
      {state === 'noManager' && (
        <Text>
          The questions are about one&apos;s manager, and nobody is set as yours. So you are not asked.
        </Text>
      )}
      {state === 'consent' && (
        <Flex direction="column" gap="sm" align="start">
          <Text>{`Do you want to take part in ${quarterLabel}?`}</Text>
          <Terms terms={terms} />
          <ChangeButton
            reach={reach}
            change={{ path: '/home/coaching/pulse', input: { change: 'consent' }, answer: pulseView }}
            onDone={onChanged}
          >
            Yes, take part
          </ChangeButton>
        </Flex>
      )}
      {state === 'questions' && <Questions {...props} />}
      {state === 'answered' && (
        <Text>{`You have answered for ${quarterLabel}. The next questions come with the next quarter.`}</Text>
      )}
      {trend.length > 0 && (
        <Flex direction="column" gap="flush">
          <Text format={{ fontWeight: 'demibold' }}>Your own answers, which nobody else sees</Text>
          <List>
            {trend.map(({ quarterLabel: quarter, score, change }) => (
              <Text key={quarter}>{`${quarter}: ${score}${change === null ? '' : `, ${change}`}`}</Text>
            ))}
          </List>
        </Flex>
      )}
      {state !== 'noManager' && <Topics {...props} />}
      {takesPart && (
        <Accordion title="What is kept, who sees what, and how to stop" size="small">
          <Flex direction="column" gap="sm" align="start">
            <Terms terms={terms} />
            <StopTakingPart {...props} />
          </Flex>
        </Accordion>
      )}
    </Flex>
  );
}

function Terms({ terms }: { terms: readonly string[] }) {
  return (
    <List>
      {terms.map((term) => (
        <Text key={term}>{term}</Text>
      ))}
    </List>
  );
}
