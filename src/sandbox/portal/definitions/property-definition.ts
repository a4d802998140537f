export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly description?: string;
}

/** A property's definition as the properties API shows it. */
export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime' | 'enumeration' | 'bool';
  readonly fieldType: string;
  readonly description: string;
  readonly groupName: string;
  readonly options: readonly PropertyOption[];
  readonly displayOrder: number;
  readonly calculated: boolean;
  readonly externalOptions: boolean;
  readonly referencedObjectType?: string;
  readonly hasUniqueValue: boolean;
  readonly hidden: boolean;
  readonly hubspotDefined: boolean;
  readonly formField: boolean;
  readonly dataSensitivity: 'non_sensitive';
  readonly numberDisplayHint?: string;
  readonly textDisplayHint?: string;
  readonly showCurrencySymbol?: boolean;
  readonly modificationMetadata: {
    readonly archivable: boolean;
    readonly readOnlyDefinition: boolean;
    readonly readOnlyOptions?: boolean;
    readonly readOnlyValue: boolean;
  };
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
  readonly archivedAt?: string;
}

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: boolean;
}

/** What a catalogue says of a property that every portal has. */
export interface BuiltInProperty {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyDefinition['type'];
  readonly fieldType: string;
  readonly groupName: string;
  readonly readOnly?: true;
  readonly calculated?: true;
  readonly options?: readonly (readonly [value: string, label: string])[];
  readonly owner?: true;
  readonly hidden?: true;
  readonly unique?: true;
}

export function defineBuiltIn(property: BuiltInProperty, createdAt: string): PropertyDefinition {
  return {
    name: property.name,
    label: property.label,
    type: property.type,
    fieldType: property.fieldType,
    description: '',
    groupName: property.groupName,
    options: (property.options ?? []).map(([value, label], index) => ({
      label,
      value,
      displayOrder: index,
      hidden: false,
    })),
    displayOrder: -1,
    calculated: property.calculated ?? false,
    externalOptions: property.owner ?? false,
    ...(property.owner && { referencedObjectType: 'OWNER' }),
    hasUniqueValue: property.unique ?? false,
    hidden: property.hidden ?? false,
    hubspotDefined: true,
    formField: false,
    dataSensitivity: 'non_sensitive',
    modificationMetadata: {
      archivable: false,
      readOnlyDefinition: true,
      readOnlyValue: (property.readOnly ?? false) || (property.calculated ?? false),
    },
    createdAt,
    updatedAt: createdAt,
    archived: false,
  };
}
