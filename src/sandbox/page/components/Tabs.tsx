import type { TabProps, TabsProps } from '@hubspot/ui-extensions';
import { createContext, useContext, useLayoutEffect, useRef, useState } from 'react';

type TabId = string | number;

interface KnownTab {
  readonly id: TabId;
  readonly title: string | undefined;
  readonly disabled: boolean | undefined;
  readonly tooltip: string | undefined;
  readonly place: HTMLElement;
}

/** What a tab tells the strip, because the strip cannot look into its children: they are drawn from afar. */
const TabsContext = createContext<{
  selected: TabId | undefined;
  announce: (tab: KnownTab) => () => void;
}>({ selected: undefined, announce: () => () => undefined });

export function Tabs(props: TabsProps) {
  const { children, selected, defaultSelected, variant = 'default', fill, testId } = props;
  const [tabs, setTabs] = useState<readonly KnownTab[]>([]);
  const [own, setOwn] = useState(defaultSelected);
  const inOrder = tabs.toSorted((one, other) =>
    one.place.compareDocumentPosition(other.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  const shown = selected ?? own ?? inOrder[0]?.id;
  const [announce] = useState(() => (tab: KnownTab) => {
    setTabs((known) => [...known.filter(({ id }) => id !== tab.id), tab]);
    return () => setTabs((known) => known.filter((other) => other !== tab));
  });
  return (
    <div className={`ui-tabs ${variant}${fill ? ' fill' : ''}`} data-test-id={testId}>
      <div className="ui-tab-strip" role="tablist">
        {inOrder.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            aria-selected={tab.id === shown}
            disabled={tab.disabled}
            title={tab.tooltip}
            onClick={() => {
              setOwn(tab.id);
              (props.onSelectedChange as ((id: TabId) => void) | undefined)?.(tab.id);
            }}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <TabsContext.Provider value={{ selected: shown, announce }}>{children}</TabsContext.Provider>
    </div>
  );
}

export function Tab({ tabId, title, disabled, tooltip, children, testId }: TabProps) {
  const { selected, announce } = useContext(TabsContext);
  const place = useRef<HTMLDivElement>(null);
  const id = tabId ?? title ?? '';
  useLayoutEffect(() => {
    if (place.current) return announce({ id, title, disabled, tooltip, place: place.current });
  }, [announce, id, title, disabled, tooltip]);
  return (
    <div role="tabpanel" ref={place} hidden={selected !== id} data-test-id={testId}>
      {selected === id && children}
    </div>
  );
}
