import type { AccessGrant } from '../oauth/grants.ts';
import type { Portal } from '../portal.ts';
import type { Answer } from './answer.ts';

/** One call of an API client, already authenticated and within its limits. */
export interface Call {
  readonly portal: Portal;
  readonly grant: AccessGrant;
  readonly params: Readonly<Record<string, string>>;
  /** The dated version that was called, such as `2026-09`; empty for a legacy path. */
  readonly version: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Without its version segment; see `canonicalPath`. */
  readonly path: string;
  /** Any one of these admits; none needed when empty. */
  readonly scopes: (params: Readonly<Record<string, string>>) => readonly string[];
  /** Which limit the call counts against; associations are exempt from both. */
  readonly limit: 'rolling' | 'search' | 'none';
  answer(call: Call): Answer;
}
