import type { FeatureState } from './decide-feature.ts';
import type { StoredFeature } from './store.ts';

/** One sentence for ops: how it stands with a feature, and what to do next. */
export function describeFeature(
  state: FeatureState,
  stored: StoredFeature | null,
  { isRequired }: { readonly isRequired: boolean },
): string {
  switch (state) {
    case 'on':
      return isRequired ? 'Comes with connecting Sideline.' : 'Works.';
    case 'off':
      return 'Switched off here. Switch it on when you want it.';
    case 'notGranted':
      return 'Your account has not granted this. Connect Sideline again as an admin and grant it; the rest works without.';
    case 'refused': {
      const words = (stored?.refusal?.message ?? '').trim().replace(/[.!]?$/, '.');
      return `HubSpot refuses it: ${words} Check what your HubSpot subscription has. Sideline asks again once a day; the rest works without.`;
    }
  }
}
