const HUES = [192, 262, 28, 338, 152, 214, 96, 6];

/** Initials on a colour that stays the same for the same name. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = (words[0]?.[0] ?? '?') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '');
  const hue =
    HUES[Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES.length];
  return (
    <span
      className={small ? 'avatar small' : 'avatar'}
      style={{ background: `hsl(${hue} 42% 88%)`, color: `hsl(${hue} 55% 26%)` }}
      aria-hidden="true"
    >
      {initials.toUpperCase()}
    </span>
  );
}
