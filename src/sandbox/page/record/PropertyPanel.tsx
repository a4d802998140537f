import type { DealRecord, Person, PropertyValues } from '../portal-types.ts';
import { PropertyGroupSection } from './PropertyGroupSection.tsx';
import type { PropertyChange } from './list-changes.ts';

/** The record's properties by group, in the portal's order; the group that the app made is marked. */
export function PropertyPanel(props: {
  record: DealRecord;
  changes: readonly PropertyChange[];
  people: readonly Person[];
  timeZone: string;
  onSave: (properties: PropertyValues) => Promise<void>;
}) {
  return (
    <div className="properties">
      {props.record.groups.map((group) => (
        <PropertyGroupSection
          key={group.name}
          group={group}
          changes={props.changes}
          people={props.people}
          timeZone={props.timeZone}
          onSave={props.onSave}
        />
      ))}
    </div>
  );
}
