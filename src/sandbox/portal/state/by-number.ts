/** Orders by numeric id; ids may exceed what a number holds exactly. */
export function byNumber(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
