import { useState } from 'react';
import type { Property, PropertyValues } from '../portal-types.ts';
import { PropertyEditor } from './PropertyEditor.tsx';

/** One property: its label over its value; a press on an editable value edits it in place. */
export function PropertyRow(props: {
  property: Property;
  changedAt: Date | undefined;
  timeZone: string;
  onSave: (properties: PropertyValues) => Promise<void>;
}) {
  const { property, changedAt, timeZone, onSave } = props;
  const [editing, setEditing] = useState(false);
  return (
    <div className="property" data-property={property.name}>
      <dt>{property.label}</dt>
      {editing ? (
        <dd>
          <PropertyEditor
            property={property}
            timeZone={timeZone}
            onSave={(value) => onSave({ [property.name]: value })}
            onClose={() => setEditing(false)}
          />
        </dd>
      ) : (
        // A new key restarts the highlight each time that the value changes.
        <dd key={changedAt?.getTime()} className={changedAt ? 'changed' : undefined}>
          {property.readOnly ? (
            <span className="value">{property.display || '–'}</span>
          ) : (
            <button
              type="button"
              className="value editable"
              aria-label={`Edit ${property.label}`}
              onClick={() => setEditing(true)}
            >
              {property.display || '–'}
            </button>
          )}
        </dd>
      )}
    </div>
  );
}
