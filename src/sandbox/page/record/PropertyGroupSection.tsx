import { useState } from 'react';
import type { Person, Property, PropertyGroup, PropertyValues } from '../portal-types.ts';
import type { PropertyChange } from './list-changes.ts';
import { PropertyRow } from './PropertyRow.tsx';

/** One group; what is empty and cannot be edited is behind a button, so that the filled values stand out. */
export function PropertyGroupSection(props: {
  group: PropertyGroup;
  changes: readonly PropertyChange[];
  people: readonly Person[];
  timeZone: string;
  onSave: (properties: PropertyValues) => Promise<void>;
}) {
  const { group, changes, people, timeZone, onSave } = props;
  const [all, setAll] = useState(false);
  const filled = group.properties.filter(isWorthShowing);
  const hidden = group.properties.length - filled.length;
  return (
    <details className="group" open data-group={group.name}>
      <summary>
        {group.label}
        <span className="group-count">{filled.length}</span>
      </summary>
      <dl>
        {(all ? group.properties : filled).map((property) => (
          <PropertyRow
            key={property.name}
            property={property}
            changedAt={changes.find((change) => change.name === property.name)?.at}
            people={people}
            timeZone={timeZone}
            onSave={onSave}
          />
        ))}
      </dl>
      {hidden > 0 && (
        <button type="button" className="link-button" onClick={() => setAll(!all)}>
          {all ? 'Hide empty properties' : `Show ${hidden} empty`}
        </button>
      )}
    </details>
  );
}

const isWorthShowing = (property: Property): boolean =>
  !property.readOnly || (property.value !== null && property.value !== '');
