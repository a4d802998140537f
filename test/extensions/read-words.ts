import type { RenderedNode } from '@hubspot/ui-extensions/testing';

const spoken = ['title', 'label', 'valueDescription', 'description', 'screenReaderText'] as const;

/** What a person reads or hears, in order: headings, texts, labels, titles; what an overlay holds as well. */
export function readWords(node: RenderedNode): string[] {
  if (!('childNodes' in node)) return [node.text];
  const props: Record<string, unknown> = 'props' in node ? { ...node.props } : {};
  const own = spoken.flatMap((prop) => (typeof props[prop] === 'string' ? [props[prop]] : []));
  const overlay = props['overlay'];
  const behind = overlay != null && typeof overlay === 'object' ? readWords(overlay as RenderedNode) : [];
  return [...own, ...node.childNodes.flatMap((child) => readWords(child)), ...behind];
}
