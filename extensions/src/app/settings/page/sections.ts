import type { SectionId } from './page-context.ts';

/** The tabs of ops, in order. Everybody else sees what is held on them, and nothing of these. */
export const sections: readonly { id: SectionId; title: string }[] = [
  { id: 'setup', title: 'Set up' },
  { id: 'people', title: 'People' },
  { id: 'quotas', title: 'Quotas' },
  { id: 'calendar', title: 'Calendar' },
  { id: 'coaching', title: 'Coaching' },
  { id: 'sharing', title: 'Sharing' },
  { id: 'writing', title: 'Writing' },
  { id: 'features', title: 'Features' },
  { id: 'dataQuality', title: 'Data quality' },
  { id: 'sync', title: 'Sync' },
  { id: 'privacy', title: 'Privacy' },
  { id: 'aboutMe', title: 'About me' },
];
