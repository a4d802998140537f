import * as z from 'zod';
import type { PropertyDefinition } from './property-definition.ts';

const fieldTypes: Readonly<Record<PropertyDefinition['type'], readonly string[]>> = {
  string: ['text', 'textarea', 'html', 'file', 'phonenumber'],
  number: ['number'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox'],
  bool: ['booleancheckbox'],
};

const option = z.object({
  label: z.string(),
  value: z.string(),
  displayOrder: z.number().int().default(-1),
  hidden: z.boolean().default(false),
  description: z.string().optional(),
});

/** What a caller may say of a property of its own. */
export const customProperty = z.object({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, 'Property name must be lower case letters, digits and underscores'),
  label: z.string().min(1),
  type: z.enum(['string', 'number', 'date', 'datetime', 'enumeration', 'bool']),
  fieldType: z.string(),
  groupName: z.string(),
  description: z.string().default(''),
  options: z.array(option).default([]),
  displayOrder: z.number().int().default(-1),
  hasUniqueValue: z.boolean().default(false),
  hidden: z.boolean().default(false),
  formField: z.boolean().default(false),
  externalOptions: z.boolean().default(false),
  referencedObjectType: z.literal('OWNER').optional(),
  numberDisplayHint: z.string().optional(),
  textDisplayHint: z.string().optional(),
  showCurrencySymbol: z.boolean().optional(),
});
export type CustomProperty = z.infer<typeof customProperty>;

/** `name` cannot change, and a later `hasUniqueValue` is ignored in silence. */
export const customPropertyChange = customProperty.omit({ name: true, hasUniqueValue: true }).partial();

export interface DefinitionFault {
  readonly code: string;
  readonly message: string;
}

/** What HubSpot would refuse of a definition beside its shape; null when nothing. */
export function definitionFault(property: Omit<CustomProperty, 'name'>): DefinitionFault | null {
  if (!fieldTypes[property.type].includes(property.fieldType)) {
    return {
      code: 'INVALID_FIELD_TYPE',
      message: `${property.fieldType} is not a valid fieldType for type ${property.type}`,
    };
  }
  const values = property.options.map(({ value }) => value).toSorted();
  if (property.type === 'bool' && values.join() !== 'false,true') {
    return {
      code: 'INVALID_BOOLEAN_OPTION',
      message: 'Boolean properties must have exactly two options, true and false',
    };
  }
  return null;
}

/** The definition as it is kept; the values of `kept` (its creation, uniqueness) outlive a change. */
export function defineCustom(
  {
    referencedObjectType,
    numberDisplayHint,
    textDisplayHint,
    showCurrencySymbol,
    options,
    ...property
  }: CustomProperty,
  { createdAt, updatedAt }: { createdAt: string; updatedAt: string },
): PropertyDefinition {
  return {
    ...property,
    options: options.map(({ description, ...plain }) => ({
      ...plain,
      ...(description !== undefined && { description }),
    })),
    ...(referencedObjectType && { referencedObjectType }),
    ...(numberDisplayHint !== undefined && { numberDisplayHint }),
    ...(textDisplayHint !== undefined && { textDisplayHint }),
    ...(showCurrencySymbol !== undefined && { showCurrencySymbol }),
    calculated: false,
    hubspotDefined: false,
    dataSensitivity: 'non_sensitive',
    modificationMetadata: {
      archivable: true,
      readOnlyDefinition: false,
      readOnlyOptions: false,
      readOnlyValue: false,
    },
    createdAt,
    updatedAt,
    archived: false,
  };
}
