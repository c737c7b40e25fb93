/** The platforms of a package: each list names what it runs on, or, with `!`, what it does not run on. */
export interface Platform {
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc: readonly string[];
}

const FIELDS = ["os", "cpu", "libc"] as const;

/** A condition such as `os=linux & cpu=x64`, `(os=aix | os=linux)` or `!os=win32`: one spelling for all lockfiles. */
export function platformCondition(platform: Platform): string | undefined {
  const parts = FIELDS.flatMap((field) => {
    const values = platform[field].filter(
      (value) => value !== "any" && value !== "!none" && value !== "none",
    );
    const named = values
      .filter((value) => !value.startsWith("!"))
      .map((value) => `${field}=${value}`);
    const denied = values
      .filter((value) => value.startsWith("!"))
      .map((value) => `!${field}=${value.slice(1)}`);
    const [only] = named;
    const either = named.length > 1 ? `(${named.join(" | ")})` : only;
    return [...(either === undefined ? [] : [either]), ...denied];
  });
  return parts.length === 0 ? undefined : parts.join(" & ");
}
