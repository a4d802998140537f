import type { SetupStep, SetupView } from '../../contract/index.ts';
import { CardPlaces } from './CardPlaces.tsx';
import { Invitation } from './Invitation.tsx';

/** What a step shows beside its sentence while it is the next one. */
export function StepDetails({ step, view }: { step: SetupStep; view: SetupView }) {
  if (step.id === 'cards') return <CardPlaces cards={view.cards} />;
  if (step.id === 'invite') return <Invitation {...view.invitation} />;
  return null;
}
