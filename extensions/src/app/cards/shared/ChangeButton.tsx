import { Flex, LoadingButton, Text, type ButtonProps } from '@hubspot/ui-extensions';
import type { Change, Reach } from './ask-service.ts';
import { useChange } from './use-change.ts';

export interface ChangeButtonProps<View> {
  reach: Reach;
  change: Omit<Change<View>, 'key'>;
  onDone: (view: View) => void;
  children: string;
  variant?: 'primary' | 'secondary' | 'destructive';
  size?: NonNullable<ButtonProps['size']>;
  disabled?: boolean;
  /** What was shown is not what the service would change by now. */
  onOutdated?: () => void;
}

/** By these the service knows what somebody had before them when they pressed. */
const isOutdated = /^(digest|version)$/;

/** Sends one change when pressed; what went wrong stands below, and pressing again tries the same change again. */
export function ChangeButton<View>(props: ChangeButtonProps<View>) {
  const {
    reach,
    change,
    onDone,
    onOutdated,
    children,
    variant = 'secondary',
    size = 'md',
    disabled = false,
  } = props;
  const { isSending, failure, send } = useChange(reach);
  const press = async () => {
    const result = await send(change);
    if (result.ok) onDone(result.view);
    else if (isOutdated.test(result.error.field ?? '')) onOutdated?.();
  };
  return (
    <Flex direction="column" gap="xs" align="start">
      <LoadingButton
        variant={variant}
        size={size}
        disabled={disabled}
        loading={isSending}
        onClick={() => void press()}
      >
        {children}
      </LoadingButton>
      {failure !== null && <Text format={{ fontWeight: 'demibold' }}>{failure.message}</Text>}
    </Flex>
  );
}
