import {
  acceptSuggestionsRequest,
  done,
  quotaChangeRequest,
  quotaPasteConfirmRequest,
  quotaPastePreview,
  quotaPasteRequest,
  quotasRequest,
  quotasView,
} from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { QuotaSettings } from './service.ts';

/** Quotas as a grid, and from a pasted file. */
export function quotaSettingsRoutes(quotas: QuotaSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/quotas',
      request: quotasRequest,
      reply: quotasView,
      handle: (caller, request) => quotas.grid(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/quotas',
      request: quotaChangeRequest,
      reply: done,
      handle: (caller, request) => quotas.type(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/quotas/suggestions',
      request: acceptSuggestionsRequest,
      reply: done,
      handle: (caller, request) => quotas.acceptSuggestions(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/quotas/paste/preview',
      request: quotaPasteRequest,
      reply: quotaPastePreview,
      handle: (caller, request) => quotas.previewPaste(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/quotas/paste',
      request: quotaPasteConfirmRequest,
      reply: quotaPastePreview,
      handle: (caller, request) => quotas.paste(caller, request),
    }),
  ];
}
