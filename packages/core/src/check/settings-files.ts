/**
 * The files of the repository that decide over findings: the config file, `.gitleaks.toml`, `.gitleaksignore`. Whoever brings
 * a change does not bring the files by which it is judged, so they are read here and not from the work tree.
 */
export interface SettingsFiles {
  /** `base`: the tip of the branch that a change from outside wants to go to. */
  readonly from: "work-tree" | "base";
  /** The commit that they are read from, where `from` is `base`. */
  readonly commit?: string;
  /** Whether marks in lines that the change adds (`gitleaks:allow`) count: those of a change from outside do not, before it is merged. */
  readonly addedMarksCount: boolean;
  /**
   * The bytes of a file; `undefined` where nothing is there.
   *
   * @param path Relative to the root. Where an input or variable names it, it may lie anywhere on disk; outside of the
   * checkout it is read as it lies there, whatever `from` says.
   * @throws UsageError when it is no regular file, is larger than `maxBytes` (100 MiB where it is not given), leads out of
   * the working directory and no input names it, or is a link to nothing.
   */
  read(path: string, options?: ReadSettingOptions): Promise<Uint8Array | undefined>;
}

export interface ReadSettingOptions {
  /** An input, option or variable names the path. */
  readonly named?: boolean;
  /** `false`: what is read does not decide, something is only compared with it; it is not listed among the settings. */
  readonly decides?: boolean;
  readonly maxBytes?: number;
}
