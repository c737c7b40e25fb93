/** A trusted root kept up to date by TUF. Nothing of it is loaded unless asked for. */

export type { TufRun, TufSource } from "./tuf/trusted-root.ts";
export { tufTrustedRoot } from "./tuf/trusted-root.ts";
