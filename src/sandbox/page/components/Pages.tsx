import type {
  PageBreadcrumbsCurrentProps,
  PageBreadcrumbsPageLinkProps,
  PageBreadcrumbsProps,
  PageHeaderLinkProps,
  PageHeaderPageLinkProps,
  PageLinkProps,
  PageTitleProps,
} from '@hubspot/ui-extensions/pages';
import type { ReactNode } from 'react';
import { hrefOfPage, openPage } from '../app-page/open-page.ts';
import { Button } from './Button.tsx';

interface Block {
  testId?: string;
  children?: ReactNode;
}

export const PageTitle = ({ children, testId }: PageTitleProps) => (
  <h2 className="ui-page-title" data-test-id={testId}>
    {children}
  </h2>
);

/** A link to another of the app's pages: it opens without loading anything anew. */
export function PageLink({ to, params, children, testId }: PageLinkProps) {
  return (
    <a
      className="ui-link"
      href={hrefOfPage({ to, params })}
      data-test-id={testId}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        openPage({ to, params });
      }}
    >
      {children}
    </a>
  );
}

export const PageBreadcrumbs = ({ children, testId }: PageBreadcrumbsProps) => (
  <nav className="ui-page-crumbs" aria-label="Breadcrumbs" data-test-id={testId}>
    {children}
  </nav>
);

export const PageBreadcrumbsPageLink = (props: PageBreadcrumbsPageLinkProps) => <PageLink {...props} />;

export const PageBreadcrumbsCurrent = ({ children, testId }: PageBreadcrumbsCurrentProps) => (
  <span aria-current="page" data-test-id={testId}>
    {children}
  </span>
);

export const PageHeader = ({ children, testId }: Block) => (
  <div className="ui-page-header" data-test-id={testId}>
    {children}
  </div>
);

/** HubSpot draws the first action filled and the others outlined; which is which says the slot. */
export const PageHeaderPrimaryAction = ({ children, testId }: Block) => (
  <span className="ui-page-action primary" data-test-id={testId}>
    {children}
  </span>
);

export const PageHeaderSecondaryActions = ({ children, testId }: Block) => (
  <span className="ui-page-action" data-test-id={testId}>
    {children}
  </span>
);

export const PageHeaderPageLink = ({ to, params, children }: PageHeaderPageLinkProps) => (
  <Button onClick={() => openPage({ to, params })}>{children}</Button>
);

export const PageHeaderLink = ({ href, onClick, disabled, children }: PageHeaderLinkProps) => (
  <Button
    {...(href !== undefined && { href: { url: href, external: true } })}
    {...(onClick && { onClick })}
    disabled={disabled ?? false}
  >
    {children}
  </Button>
);
