/** Where package managers keep one copy each, beside which the names that are used are links: pnpm, Bun, Deno, and npm and Yarn on request. */
const STORE = /^\.(?:pnpm|bun|deno|store)\/[^/]+$/;
const PACKAGE = /^(?:@[^/]+\/)?[^/@.][^/]*$/;
const MANIFEST = "/package.json";

/** What a `package.json` at this path is of: a package that is installed, something that may be a project, or `undefined`: a file inside a package. */
export function manifestKind(path: string): "package" | "project" | undefined {
  if (path !== MANIFEST.slice(1) && !path.endsWith(MANIFEST)) return undefined;
  const [, ...inside] = path.slice(0, -MANIFEST.length).split(/(?:^|\/)node_modules\//);
  if (inside.length === 0) return "project";
  // What lies between two of these folders is a package itself: anything else is test data of one.
  const last = inside.length - 1;
  const isInstalled = inside.every((part, index) =>
    index < last ? PACKAGE.test(part) || STORE.test(part) : PACKAGE.test(part),
  );
  return isInstalled ? "package" : undefined;
}

/** The name by which a package is required, from the folder that it lies in. */
export function installName(folder: string): string {
  return /(?:@[^/]+\/)?[^/]+$/.exec(folder)?.[0] ?? folder;
}
