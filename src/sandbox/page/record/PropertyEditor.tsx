import { useState } from 'react';
import type { Property } from '../portal-types.ts';
import { toDay } from '../deals/format-day.ts';
import { DayField } from '../fields/DayField.tsx';
import { wordsOf } from '../shell/words-of.ts';
import { atDay } from './at-day.ts';

/** Edits one property in place: a choice and a day are saved when picked, a number and a text on Enter or Save. */
export function PropertyEditor(props: {
  property: Property;
  timeZone: string;
  onSave: (value: string | null) => Promise<void>;
  onClose: () => void;
}) {
  const { property, timeZone, onSave, onClose } = props;
  const { options } = property;
  const isDay = property.type === 'date' || property.type === 'datetime';
  const [text, setText] = useState(property.value ?? '');
  const [saving, setSaving] = useState(false);
  const [message, setMessage] = useState<string>();
  const save = (value: string | null) => {
    setSaving(true);
    onSave(value).then(onClose, (error: unknown) => {
      setSaving(false);
      setMessage(wordsOf(error));
    });
  };
  return (
    <form
      className="editor"
      aria-label={`Edit ${property.label}`}
      onSubmit={(event) => {
        event.preventDefault();
        save(text.trim() === '' ? null : text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {options && options.length > 0 ? (
        <select
          className="control"
          aria-label={property.label}
          autoFocus
          disabled={saving}
          value={property.value ?? ''}
          onChange={(event) => save(event.target.value || null)}
        >
          <option value="">–</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : isDay ? (
        <DayField
          label={property.label}
          day={toDay(property.value, timeZone)}
          disabled={saving}
          autoOpen
          onDay={(day) =>
            save(day && property.type === 'datetime' ? atDay(day, property.value, timeZone) : day)
          }
        />
      ) : (
        <input
          className="control"
          aria-label={property.label}
          inputMode={property.type === 'number' ? 'decimal' : 'text'}
          autoFocus
          disabled={saving}
          value={text}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <span className="editor-buttons">
        {!options && !isDay && (
          <button type="submit" className="button primary small" disabled={saving}>
            Save
          </button>
        )}
        <button type="button" className="button small" onClick={onClose}>
          Cancel
        </button>
      </span>
      {message && (
        <p className="editor-message" role="alert">
          {message}
        </p>
      )}
    </form>
  );
}
