import { Heading, Text } from '@hubspot/ui-extensions';
import type { CoachingCardView } from '../../contract/index.ts';

interface HeadlineProps {
  viewer: CoachingCardView['viewer'];
  text: string;
}

/** Whose coaching this is; whom it does not concern reads it as a plain sentence. */
export function Headline({ viewer, text }: HeadlineProps) {
  return viewer === 'other' ? <Text>{`${text}.`}</Text> : <Heading>{text}</Heading>;
}
