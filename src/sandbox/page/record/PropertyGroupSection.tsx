import { useState } from 'react';
import type { Property, PropertyValues } from '../portal-types.ts';
import type { ArrangedGroup } from './arrange-groups.ts';
import type { PropertyChange } from './list-changes.ts';
import { PropertyRow } from './PropertyRow.tsx';

/** One group; what is empty stays behind a button, unless it is of the few that a seller is expected to fill. */
export function PropertyGroupSection(props: {
  group: ArrangedGroup;
  changes: readonly PropertyChange[];
  timeZone: string;
  onSave: (properties: PropertyValues) => Promise<void>;
}) {
  const { group, changes, timeZone, onSave } = props;
  const [all, setAll] = useState(false);
  const filled = group.name === 'about' ? group.properties : group.properties.filter(isFilled);
  const hidden = group.properties.length - filled.length;
  return (
    <details className="group" open={group.open} data-group={group.name}>
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

const isFilled = (property: Property): boolean => property.value !== null && property.value !== '';
