/** Property values under the labels that people see in HubSpot; what is to be emptied says so. */
export function labelValues(
  definitions: readonly { readonly name: string; readonly label: string }[],
  values: Readonly<Record<string, string>>,
): { label: string; value: string }[] {
  const labels = new Map(definitions.map(({ name, label }) => [name, label]));
  return Object.entries(values).map(([name, value]) => ({
    label: labels.get(name) ?? name,
    value: value === '' ? '(emptied)' : value,
  }));
}
