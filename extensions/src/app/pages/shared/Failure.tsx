// Generated from extensions/src/app/cards/shared/Failure.tsx by `npm run generate`: edit it there.
import { Button, EmptyState, ErrorState, Flex, Text } from '@hubspot/ui-extensions';
import type { FailureCode } from '../contract/index.ts';
import type { FailureNotice } from './ask-service.ts';

interface FailureProps {
  error: FailureNotice;
  onTryAgain: () => void;
  /** What is said where the thing asked for is not there. */
  notFoundTitle?: string;
}

/** Why there is nothing to show, in the service's words, and what to do about it. */
export function Failure({ error, onTryAgain, notFoundTitle }: FailureProps) {
  const { title, type, remedy } = appearances[error.code];
  const shownTitle = (error.code === 'not_found' && notFoundTitle) || title;
  const content = (
    <Flex direction="column" gap="sm" align="center">
      <Text>{error.message}</Text>
      {remedy !== null && (
        <Button variant="primary" onClick={onTryAgain}>
          {remedy}
        </Button>
      )}
    </Flex>
  );
  if (type === 'waiting') {
    return (
      <EmptyState title={shownTitle} layout="vertical" imageName="building">
        {content}
      </EmptyState>
    );
  }
  return (
    <ErrorState title={shownTitle} type={type}>
      {content}
    </ErrorState>
  );
}

interface Appearance {
  title: string;
  type: 'error' | 'lock' | 'support' | 'waiting';
  /** The label of the button that asks again; null where asking again cannot help. */
  remedy: string | null;
}

const wentWrong: Appearance = { title: 'Something went wrong', type: 'error', remedy: 'Try again' };
const away: Appearance = { title: 'Sideline cannot be reached', type: 'error', remedy: 'Try again' };

const appearances: Record<FailureCode, Appearance> = {
  bad_request: wentWrong,
  conflict: wentWrong,
  bad_signature: wentWrong,
  internal: wentWrong,
  too_many_requests: away,
  unavailable: away,
  not_found: { title: 'There is nothing to show', type: 'error', remedy: 'Try again' },
  forbidden: { title: 'You cannot see this', type: 'lock', remedy: null },
  not_connected: { title: 'Sideline is not connected', type: 'support', remedy: null },
  not_ready: { title: 'Sideline is reading your deals', type: 'waiting', remedy: 'Check again' },
};
