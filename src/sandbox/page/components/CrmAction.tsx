import type { CrmActionButtonProps, CrmActionLinkProps } from '@hubspot/ui-extensions';
import { Button } from './Button.tsx';
import { Link } from './Typography.tsx';

/** HubSpot's own action runs outside the card; the sandbox has none of them, so only the card's handler is called. */
export const CrmActionButton = ({
  children,
  variant,
  type,
  size,
  disabled,
  onClick,
  testId,
}: ActionButton) => (
  <Button
    variant={variant ?? 'secondary'}
    type={type ?? 'button'}
    size={size ?? 'md'}
    disabled={disabled ?? false}
    {...(testId === undefined ? {} : { testId })}
    onClick={() => onClick?.()}
  >
    {children}
  </Button>
);

export const CrmActionLink = ({ children, variant, onClick, testId }: CrmActionLinkProps) => (
  <Link
    href="#"
    preventDefault
    variant={variant ?? 'primary'}
    {...(testId === undefined ? {} : { testId })}
    onClick={() => onClick?.()}
  >
    {children}
  </Link>
);

type ActionButton = CrmActionButtonProps;
