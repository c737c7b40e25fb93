/** What the check needs to know; `command.ts` makes it from the inputs. */
export interface SecretsOptions {
  /** `native`: Assay's own engine. `gitleaks`: the real program over the same commits. */
  readonly engine: "native" | "gitleaks";
  /** The program; PATH is looked at where it is not given. */
  readonly gitleaksPath?: string | undefined;
  /** A gitleaks TOML file, relative to the root. */
  readonly gitleaksConfig?: string | undefined;
  /** `auto`: the event's commits where there is a git repository, else the files. */
  readonly mode: "auto" | "history" | "tree";
  /** Scan only what `HEAD` has and this revision has not. */
  readonly baseRef?: string | undefined;
  readonly maxDecodeDepth: number;
  /** Files beside gitleaks' own that decide what counts (config file, baseline): a change that touches one is told. */
  readonly deciding?: readonly string[];
}
