import type { HrefProp } from '@hubspot/ui-extensions';

/** Where HubSpot itself is: a record there is a record here. */
const RECORD = /^https:\/\/app\.hubspot\.com\/contacts\/\d+\/record\/(0-1|0-3)\/(\d+)$/;

/** HubSpot's `href` (an address, or one with `external`) as an anchor's attributes; a relative address stays on the page. */
export function hrefProps(href: HrefProp): { href: string; target?: string; rel?: string } {
  const { url, external } = typeof href === 'string' ? { url: href, external: /^https?:/.test(href) } : href;
  const [, typeId, id] = RECORD.exec(url) ?? [];
  const address =
    id === undefined ? url : `/${typeId === '0-1' ? 'contacts' : 'deals'}/${id}${location.search}`;
  return external ? { href: address, target: '_blank', rel: 'noreferrer' } : { href: url };
}
