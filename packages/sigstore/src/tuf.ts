/** Trusted roots that are kept up to date: by TUF, from a URL, or built in. Nothing of it is loaded unless asked for. */

export type { BuiltInName } from "./tuf/built-in.ts";
export { builtInSource, isBuiltIn } from "./tuf/built-in.ts";
export type { TufRun } from "./tuf/last-good.ts";
export type { TufSource } from "./tuf/trusted-root.ts";
export { tufTrustedRoot } from "./tuf/trusted-root.ts";
export { urlTrustedRoot } from "./tuf/url-root.ts";
