import { Box, Button, Flex, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { featuresView, type FeaturesView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';

type Feature = FeaturesView['features'][number];

interface FeatureRowProps {
  feature: Feature;
  onSwitched: (view: FeaturesView) => void;
}

/** One feature: what it does, which permissions it has and lacks, and its switch. */
export function FeatureRow({ feature, onSwitched }: FeatureRowProps) {
  const { id, title, state, reasons, scopes, nextStep, grantUrl, maySwitch } = feature;
  const missing = scopes.filter(({ isGranted }) => !isGranted).map(({ name }) => name);
  const isOn = state === 'on';
  return (
    <Tile compact>
      <Flex gap="md" justify="between" align="start">
        <Box flex={1}>
          <Flex direction="column" gap="xs">
            <Flex gap="sm" align="center" wrap>
              <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
              <StatusTag variant={tags[state].variant}>{tags[state].words}</StatusTag>
            </Flex>
            {reasons.map((reason) => (
              <Text key={reason}>{reason}</Text>
            ))}
            {missing.length > 0 && (
              <Text variant="microcopy">{`Not granted in HubSpot: ${missing.join(', ')}`}</Text>
            )}
            {nextStep !== null && <Text>{nextStep}</Text>}
          </Flex>
        </Box>
        {grantUrl !== null ? (
          <Button size="small" href={{ url: grantUrl, external: true }}>
            Grant in HubSpot
          </Button>
        ) : (
          maySwitch && (
            <ChangeButton
              size="small"
              change={{ path: '/settings/features', input: { id, isOn: !isOn }, answer: featuresView }}
              onDone={onSwitched}
            >
              {isOn ? 'Switch off' : 'Switch on'}
            </ChangeButton>
          )
        )}
      </Flex>
    </Tile>
  );
}

const tags: Record<
  Feature['state'],
  { words: string; variant: 'success' | 'default' | 'warning' | 'danger' }
> = {
  on: { words: 'On', variant: 'success' },
  off: { words: 'Off', variant: 'default' },
  needsScopes: { words: 'Needs permission', variant: 'warning' },
  refused: { words: 'Refused by HubSpot', variant: 'danger' },
};
