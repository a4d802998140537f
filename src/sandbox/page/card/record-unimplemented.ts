declare global {
  interface Window {
    /** What cards asked for and this host lacks; the browser tests fail unless it is empty. */
    __unimplemented: string[];
  }
}

window.__unimplemented = [];

/** Writes a missing component, icon or call down, once. */
export function recordUnimplemented(name: string): void {
  if (window.__unimplemented.includes(name)) return;
  window.__unimplemented.push(name);
  console.error(`The sandbox does not have ${name}.`);
}
