import type { SeedUser } from '../../seed.ts';
import type { PropertyDefinition } from '../definitions/property-definition.ts';

/** What a value needs beside itself to be read by a person. */
export interface FormatContext {
  readonly timeZone: string;
  /** Currency of the deal's own amounts and of the company's. */
  readonly dealCurrency: string;
  readonly companyCurrency: string;
  readonly owner: (ownerId: string) => SeedUser | undefined;
}

const locale = 'en-GB';

/** A property's value as HubSpot's record page shows it. */
export function formatValue(definition: PropertyDefinition, value: string, context: FormatContext): string {
  if (definition.referencedObjectType === 'OWNER') {
    return value
      .split(';')
      .filter(Boolean)
      .map((id) => {
        const person = context.owner(id);
        return person ? personName(person) : id;
      })
      .join(', ');
  }
  switch (definition.type) {
    case 'number':
      return formatNumber(definition, Number(value), context);
    case 'datetime':
      return formatDay(new Date(value), context.timeZone);
    case 'date':
      return formatDay(new Date(value), 'UTC');
    case 'bool':
    case 'enumeration': {
      const labels = new Map(definition.options.map((option) => [option.value, option.label]));
      return value
        .split(';')
        .map((part) => labels.get(part) ?? part)
        .join(', ');
    }
    case 'string':
      return value;
  }
}

export function personName(person: SeedUser): string {
  return `${person.firstName} ${person.lastName}${person.archived ? ' (deactivated)' : ''}`;
}

function formatNumber(definition: PropertyDefinition, value: number, context: FormatContext): string {
  if (definition.numberDisplayHint === 'percentage' || definition.name.endsWith('probability')) {
    return value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
  }
  const currency = currencyOf(definition.name, context);
  if (currency === null)
    return value.toLocaleString(locale, { useGrouping: definition.name !== 'hs_object_id' });
  return `${value.toLocaleString(locale, { maximumFractionDigits: 2 })} ${currency}`;
}

/** HubSpot's own amounts are in the deal's currency unless their name says otherwise. */
function currencyOf(name: string, { dealCurrency, companyCurrency }: FormatContext): string | null {
  if (name.endsWith('_in_home_currency')) return companyCurrency;
  return name === 'amount' || /^hs_\w+_amount$/.test(name) ? dealCurrency : null;
}

function formatDay(instant: Date, timeZone: string): string {
  return instant.toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
}
