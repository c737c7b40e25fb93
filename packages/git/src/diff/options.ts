import type { DiffView } from "./view.ts";

export interface DiffOptions {
  /** `EVERYTHING` where it is not given. */
  readonly view?: DiffView;
  /** Only these paths (relative to the root folder, taken literally). */
  readonly paths?: readonly string[];
}
