import { addressOf, go } from '../shell/use-address.ts';
import { addressOfPage } from './page-location.ts';

interface PageTarget {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>> | undefined;
}

/** Opens one of the app's pages; nothing of the address stays but who looks. */
export function openPage(target: PageTarget): void {
  const { path, query } = addressOfPage(target);
  go(path, { ...nothingElse(), ...query });
}

/** The same as an address, for links. */
export function hrefOfPage(target: PageTarget): string {
  const { path, query } = addressOfPage(target);
  return addressOf(path, { ...nothingElse(), ...query });
}

const nothingElse = (): Record<string, string> =>
  Object.fromEntries(
    [...new URLSearchParams(location.search).keys()]
      .filter((name) => name !== 'as')
      .map((name) => [name, '']),
  );
