import { Input } from '@hubspot/ui-extensions';

interface FindFieldProps {
  label: string;
  search: string;
  onSearch: (search: string) => void;
}

/** Where one types whom to find; looked for when the field is left or Enter is pressed. */
export function FindField({ label, search, onSearch }: FindFieldProps) {
  return <Input label={label} name="search" value={search} onChange={(text) => onSearch(text.trim())} />;
}
