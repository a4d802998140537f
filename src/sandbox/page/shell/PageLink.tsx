import type { ReactNode } from 'react';
import { addressOf, go } from './use-address.ts';

/** A link inside the portal: keeps who is viewed as, and loads nothing anew. */
export function PageLink(props: { to: string; className: string; current?: boolean; children: ReactNode }) {
  const dropped = { search: '', stage: '', owner: '', page: '' };
  return (
    <a
      className={props.className}
      {...(props.current === true && { 'aria-current': 'page' as const })}
      href={addressOf(props.to, dropped)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(props.to, dropped);
      }}
    >
      {props.children}
    </a>
  );
}
