import { Accordion, Flex, Heading, Text, type PagesContext } from '@hubspot/ui-extensions';
import { calibrationView } from '../../../contract/index.ts';
import type { Reach } from '../../../shared/ask-service.ts';
import { Loaded } from '../../../shared/Loaded.tsx';
import { Agreements } from './Agreements.tsx';
import { Piece } from './Piece.tsx';
import { StartCalibration } from './StartCalibration.tsx';

export type CalibrationReach = Reach & { portal?: Partial<PagesContext['portal']> };

/** Managers scoring the same deals apart from each other, and how far they agree. */
export function Calibration({ reach }: { reach: CalibrationReach }) {
  return (
    <Loaded
      reach={reach}
      question={{ path: '/home/coaching/calibration', answer: calibrationView }}
      label="Reading calibrations"
    >
      {(view, { refresh }) => {
        const { calibrations, agreements, whyNotStart, managers } = view;
        // Neither asked to score nor above anybody who could be: it is none of theirs.
        if (calibrations.length === 0 && managers.length < 2) return null;
        return (
          <Flex direction="column" gap="md">
            <Flex direction="column" gap="flush">
              <Heading>Calibration</Heading>
              <Text>
                Two or more managers score the same deal, none seeing the others’ levels until they have
                scored.
              </Text>
            </Flex>
            {calibrations.length === 0 && (
              <Text>
                {whyNotStart ??
                  'Nothing has been calibrated yet. Begin with a deal that everybody can look at.'}
              </Text>
            )}
            {calibrations.map((calibration) => (
              <Piece key={calibration.id} reach={reach} calibration={calibration} onScored={refresh} />
            ))}
            {agreements.length > 0 && <Agreements agreements={agreements} />}
            {whyNotStart === null && (
              <Accordion title="Start a calibration" size="xs" defaultOpen={calibrations.length === 0}>
                <StartCalibration reach={reach} view={view} onStarted={refresh} />
              </Accordion>
            )}
          </Flex>
        );
      }}
    </Loaded>
  );
}
