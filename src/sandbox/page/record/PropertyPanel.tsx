import type { PortalRecord, PropertyValues } from '../portal-types.ts';
import { arrangeGroups } from './arrange-groups.ts';
import type { PropertyChange } from './list-changes.ts';
import { PropertyGroupSection } from './PropertyGroupSection.tsx';

/** The record's properties by group. */
export function PropertyPanel(props: {
  record: PortalRecord;
  changes: readonly PropertyChange[];
  timeZone: string;
  onSave: (properties: PropertyValues) => Promise<void>;
}) {
  const { record, changes, timeZone, onSave } = props;
  return (
    <div className="properties">
      {arrangeGroups(record).map((group) => (
        <PropertyGroupSection
          key={group.name}
          group={group}
          changes={changes}
          timeZone={timeZone}
          onSave={onSave}
        />
      ))}
    </div>
  );
}
