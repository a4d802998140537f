/** What Express keeps of a route or a router. */
export interface Layer {
  readonly route?: {
    readonly path: string | readonly string[];
    readonly methods: Readonly<Record<string, boolean>>;
  };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Every address that an app answers, as `GET /path`. */
export function listPaths(router: Layer['handle']): string[] {
  const paths = (router?.stack ?? []).flatMap((layer): string[] => {
    if (!layer.route) return listPaths(layer.handle);
    const { path, methods } = layer.route;
    return [path]
      .flat()
      .flatMap((each) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${each}`));
  });
  return [...new Set(paths)];
}
