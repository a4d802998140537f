import { useEffect, useState } from 'react';
import { readEffects } from '../portal.ts';
import type { Effect } from '../portal-types.ts';
import { wordsOf } from './words-of.ts';

const REFRESH_MS = 2000;

/** What portal and service said to each other, newest first; read again while the drawer is open. */
export function EffectDrawer({ timeZone, onClose }: { timeZone: string; onClose: () => void }) {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone });
  const [effects, setEffects] = useState<readonly Effect[]>();
  const [message, setMessage] = useState<string>();
  useEffect(() => {
    const read = () =>
      readEffects().then(
        (found) => {
          setEffects(found.toSorted((one, other) => other.at.localeCompare(one.at)));
          setMessage(undefined);
        },
        (error: unknown) => setMessage(wordsOf(error)),
      );
    void read();
    const timer = setInterval(() => void read(), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <aside className="drawer" id="effects" aria-label="Effect log">
      <header className="drawer-head">
        <div>
          <h2>Effect log</h2>
          <p>What portal and Sideline said to each other</p>
        </div>
        <button type="button" className="icon-button" aria-label="Close the effect log" onClick={onClose}>
          ×
        </button>
      </header>
      {message && <p className="drawer-note">{message}</p>}
      {effects?.length === 0 && <p className="drawer-note">Nothing yet. Edit a deal and watch.</p>}
      <ol className="effects">
        {effects?.map((effect, index) => (
          <li key={index} className="effect">
            <time dateTime={effect.at}>{clock.format(new Date(effect.at))}</time>
            <span className="effect-kind">{effect.kind}</span>
            <span className="effect-text">{effect.text}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
