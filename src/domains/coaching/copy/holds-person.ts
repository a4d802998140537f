/**
 * Whether a copy holds something of a person, by the people whom it names itself. One that cannot be read, or that names nobody,
 * counts as if it did: nobody may be left in it by mistake.
 */
export function holdsPerson(file: string | null, ownerId: string): boolean {
  if (file === null) return true;
  const { people } = JSON.parse(file) as { people?: readonly { readonly ownerId: string }[] };
  return people === undefined || people.some((each) => each.ownerId === ownerId);
}
