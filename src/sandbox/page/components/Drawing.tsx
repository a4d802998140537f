import type { IllustrationProps } from '@hubspot/ui-extensions';

type Motif = 'target' | 'chart' | 'lock' | 'alert' | 'person' | 'calendar' | 'page';

const MOTIFS: readonly [Motif, RegExp][] = [
  ['lock', /lock|security/],
  ['alert', /error|support|hourglass|cone|testing/i],
  ['target', /target|goal|idea|task/i],
  ['chart', /chart|report|deals|leads|store/i],
  ['person', /contact|customer|compan|social|registration/i],
  ['calendar', /meeting|calling/],
];

const PATHS: Record<Motif, string> = {
  target: 'M60 22a26 26 0 1 0 .1 0M60 34a14 14 0 1 0 .1 0M60 47l26-27m-8-1l9 0 0 9',
  chart: 'M34 72V24M34 72H90M46 72V54M58 72V42M70 72V48M82 72V32',
  lock: 'M42 46h36v28H42zM49 46v-8a11 11 0 0 1 22 0v8M60 57v7',
  alert: 'M60 24l30 50H30zM60 42v16M60 65v1',
  person: 'M60 24a12 12 0 1 0 .1 0M36 76c2-16 12-22 24-22s22 6 24 22',
  calendar: 'M36 30h48v44H36zM36 42h48M47 24v10M73 24v10M50 56l7 7 14-13',
  page: 'M42 22h26l12 12v42H42zM68 22v12h12M50 46h22M50 56h22M50 66h14',
};

/** Our own small drawing for one of HubSpot's pictures: the motif fits the name, the picture is not theirs. */
export function Drawing({ name, width, alt }: { name: string; width: number; alt?: string }) {
  const motif = MOTIFS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'page';
  return (
    <svg
      className="ui-drawing"
      viewBox="0 0 120 96"
      width={width}
      role={alt ? 'img' : undefined}
      aria-label={alt}
      aria-hidden={alt ? undefined : true}
    >
      <ellipse cx="60" cy="84" rx="44" ry="6" className="ui-drawing-ground" />
      <circle cx="60" cy="48" r="38" className="ui-drawing-disc" />
      <path d={PATHS[motif]} className="ui-drawing-line" />
    </svg>
  );
}

export const Illustration = ({ name, alt, width, height, testId }: IllustrationProps) => (
  <span data-test-id={testId} style={{ height, display: 'inline-block' }}>
    <Drawing name={name} width={width ?? 140} alt={alt} />
  </span>
);
