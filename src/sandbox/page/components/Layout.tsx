import type {
  AutoGridProps,
  BoxProps,
  CardProps,
  DividerProps,
  FlexAlign,
  FlexJustify,
  FlexProps,
  InlineProps,
  SpacerProps,
  StackProps,
  TileProps,
} from '@hubspot/ui-extensions';
import { pixels } from './sizes.ts';

const JUSTIFY: Record<FlexJustify, string> = {
  center: 'center',
  end: 'flex-end',
  start: 'flex-start',
  around: 'space-around',
  between: 'space-between',
};

const ALIGN: Record<FlexAlign, string> = {
  start: 'flex-start',
  center: 'center',
  baseline: 'baseline',
  end: 'flex-end',
  stretch: 'stretch',
};

export function Flex(props: FlexProps) {
  const { direction = 'row', justify = 'start', align = 'stretch', gap = 'flush', alignSelf, wrap } = props;
  return (
    <div
      className="ui-flex"
      data-test-id={props.testId}
      style={{
        flexDirection: direction,
        justifyContent: JUSTIFY[justify],
        alignItems: ALIGN[align],
        alignSelf: alignSelf && ALIGN[alignSelf],
        flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
        gap: pixels(gap),
      }}
    >
      {props.children}
    </div>
  );
}

export function Box({ children, alignSelf, flex, testId }: BoxProps) {
  return (
    <div
      className="ui-box"
      data-test-id={testId}
      style={{ flex, alignSelf: alignSelf && (alignSelf === 'auto' ? 'auto' : ALIGN[alignSelf]) }}
    >
      {children}
    </div>
  );
}

export function Inline({
  children,
  justify = 'start',
  align = 'stretch',
  gap = 'flush',
  testId,
}: InlineProps) {
  return (
    <div
      className="ui-inline"
      data-test-id={testId}
      style={{ justifyContent: JUSTIFY[justify], alignItems: ALIGN[align], gap: pixels(gap) }}
    >
      {children}
    </div>
  );
}

export function AutoGrid({ children, columnWidth, gap = 'flush', flexible = false, testId }: AutoGridProps) {
  const widest = flexible ? `minmax(min(${columnWidth}px, 100%), 1fr)` : `min(${columnWidth}px, 100%)`;
  return (
    <div
      data-test-id={testId}
      style={{ display: 'grid', gridTemplateColumns: `repeat(auto-fill, ${widest})`, gap: pixels(gap) }}
    >
      {children}
    </div>
  );
}

/** HubSpot's old layout component, still in the SDK. */
export function Stack(props: StackProps) {
  const { direction = 'column', justify = 'start', align = 'start', distance = 'small', width } = props;
  return (
    <div
      className="ui-flex"
      data-test-id={props.testId}
      style={{
        flexDirection: direction,
        justifyContent: JUSTIFY[justify],
        alignItems: ALIGN[align],
        gap: pixels(distance),
        width,
      }}
    >
      {props.children}
    </div>
  );
}

export const Tile = ({ children, compact, flush, testId }: TileProps) => (
  <section className={`ui-tile${compact ? ' compact' : ''}${flush ? ' flush' : ''}`} data-test-id={testId}>
    {children}
  </section>
);

export const Card = ({ children, testId }: CardProps) => (
  <section className="ui-tile" data-test-id={testId}>
    {children}
  </section>
);

export const Divider = ({ size, distance, testId }: DividerProps) => (
  <hr
    className="ui-divider"
    data-test-id={testId}
    style={{ marginBlock: pixels(size ?? distance ?? 'small') }}
  />
);

export const Spacer = ({ size = 'small', testId }: SpacerProps) => (
  <div data-test-id={testId} style={{ height: pixels(size) }} />
);
