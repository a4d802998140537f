import { createController, type Controller } from '@remote-ui/react/host';
import type { ComponentType, ReactNode } from 'react';
import { COMPONENTS } from '../components/component-table.ts';
import { recordUnimplemented } from './record-unimplemented.ts';

/** Finds the component that draws a wire name; a name without one is drawn as a marked box and written down. */
export function buildController(): Controller {
  const known = createController(COMPONENTS);
  const missing = new Map<string, ComponentType>();
  return {
    renderer: known.renderer,
    get(type) {
      const name = String(type);
      if (Object.hasOwn(COMPONENTS, name)) return known.get(name);
      const drawn = missing.get(name) ?? unimplemented(name);
      missing.set(name, drawn);
      return drawn;
    },
  };
}

function unimplemented(name: string): ComponentType<{ children?: ReactNode }> {
  return function Unimplemented({ children }) {
    recordUnimplemented(name);
    return (
      <div className="unimplemented" data-unimplemented={name}>
        <strong>{name} is missing in the sandbox</strong>
        {children}
      </div>
    );
  };
}
