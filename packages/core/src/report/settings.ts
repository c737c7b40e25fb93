/** Where one of the settings came from that decided over this run. */
export interface SettingSource {
  /** Such as `config`, `baseline`, `.gitleaks.toml`. */
  readonly what: string;
  /** As it was given or found: relative to the working directory, or absolute. */
  readonly path: string;
  /**
   * `work-tree`: the folder that was checked; `base`: the tip of the branch that the change wants to go to; `input`: a file
   * outside of the checkout that an input or option names.
   */
  readonly from: "work-tree" | "base" | "input";
  /** The commit that it was read from, where `from` is `base`. */
  readonly commit?: string;
  /** `own`: the change from outside brings it, and was judged by it a second time. */
  readonly judgement?: "own";
}

/** One setting that a change makes less strict than it is on the base branch. */
export interface SettingLoosened {
  /** A dotted key of the config file, such as `fail-on` or `licenses.allow`, or the path of a file such as `.gitleaksignore`. */
  readonly key: string;
  /** What the base says, as text for people. */
  readonly before: string;
  readonly after: string;
}

/** Which settings decided over a run, and what a change does to them. */
export interface ReportSettings {
  readonly sources: readonly SettingSource[];
  readonly loosened: readonly SettingLoosened[];
}
