import type { DescriptionListItemProps, DescriptionListProps, ListProps } from '@hubspot/ui-extensions';
import { Children } from 'react';

export function List({ children, variant = 'unordered', testId }: ListProps) {
  const items = Children.map(children, (item) => <li>{item}</li>);
  return variant.startsWith('ordered') ? (
    <ol className={`ui-list ${variant}`} data-test-id={testId}>
      {items}
    </ol>
  ) : (
    <ul className={`ui-list ${variant}`} data-test-id={testId}>
      {items}
    </ul>
  );
}

export const DescriptionList = ({ children, direction = 'column', testId }: DescriptionListProps) => (
  <dl className={`ui-descriptions ${direction}`} data-test-id={testId}>
    {children}
  </dl>
);

export const DescriptionListItem = ({ label, children, testId }: DescriptionListItemProps) => (
  <div className="ui-description" data-test-id={testId}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
