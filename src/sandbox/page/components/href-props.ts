import type { HrefProp } from '@hubspot/ui-extensions';

/** HubSpot's `href` (an address, or one with `external`) as an anchor's attributes; a relative address stays on the page. */
export function hrefProps(href: HrefProp): { href: string; target?: string; rel?: string } {
  const { url, external } = typeof href === 'string' ? { url: href, external: /^https?:/.test(href) } : href;
  return external ? { href: url, target: '_blank', rel: 'noreferrer' } : { href: url };
}
