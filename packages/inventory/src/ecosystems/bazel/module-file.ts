/** One `bazel_dep`. */
export interface ModuleDependency {
  readonly name: string;
  readonly version: string | undefined;
  readonly isDev: boolean;
}

/** Where the root module takes another from, in place of a registry. */
export interface ModuleOverride {
  readonly kind: "git" | "archive" | "path" | "version";
  readonly name: string;
  /** Of a git repository. */
  readonly remote?: string | undefined;
  readonly commit?: string | undefined;
  readonly urls: readonly string[];
  readonly integrity?: string | undefined;
  readonly path?: string | undefined;
}

/** What a `MODULE.bazel` says in plain words: https://bazel.build/rules/lib/globals/module */
export interface ModuleFile {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly dependencies: readonly ModuleDependency[];
  readonly overrides: ReadonlyMap<string, ModuleOverride>;
  /** Whether nothing of it stands elsewhere or in code. */
  readonly isWhole: boolean;
}

/** Strings and comments, those without an end too. */
const PARTS = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|#[^\n]*/g;
const CALL =
  /(?<![.\w])(module|bazel_dep|include|single_version_override|multiple_version_override|git_override|archive_override|local_path_override)\s*\(/g;
const KINDS: ReadonlyMap<string, ModuleOverride["kind"]> = new Map([
  ["git_override", "git"],
  ["archive_override", "archive"],
  ["local_path_override", "path"],
  ["single_version_override", "version"],
  ["multiple_version_override", "version"],
]);

/** The file is Starlark without conditions, loops and functions: its calls stand there as they hold. */
export function readModuleFile(text: string): ModuleFile {
  const code = text.replace(PARTS, (part) => (part.startsWith("#") ? "" : part));
  // Of the same length, so that what stands in strings opens and closes nothing.
  const plain = code.replace(PARTS, (part) => "_".repeat(part.length));
  const dependencies: ModuleDependency[] = [];
  const overrides = new Map<string, ModuleOverride>();
  let own: ReadonlyMap<string, string> = new Map();
  let isWhole = true;
  let end = 0;
  for (const call of plain.matchAll(CALL)) {
    if (call.index < end) continue;
    const start = call.index + call[0].length;
    end = closing(plain, start);
    const values = valuesOf(code.slice(start, end));
    const [, what = ""] = call;
    const kind = KINDS.get(what);
    const name = stringOf(values.get(kind === undefined ? "name" : "module_name"));
    if (what === "module") own = values;
    else if (what === "include" || name === undefined) isWhole = false;
    else if (kind !== undefined) overrides.set(name, toOverride(kind, name, values));
    // Without a name in the repository it is asked for by nobody: it only lifts the version of what others ask for.
    else if (values.get("repo_name") !== "None")
      dependencies.push({
        name,
        version: stringOf(values.get("version")),
        isDev: values.get("dev_dependency") === "True",
      });
  }
  return {
    name: stringOf(own.get("name")),
    version: stringOf(own.get("version")),
    dependencies,
    overrides,
    isWhole,
  };
}

/** Whether a `MODULE.bazel` asks for modules. */
export function moduleAsks(text: string): boolean {
  const { dependencies, isWhole } = readModuleFile(text);
  return dependencies.length > 0 || !isWhole;
}

function toOverride(
  kind: ModuleOverride["kind"],
  name: string,
  values: ReadonlyMap<string, string>,
): ModuleOverride {
  const text = (key: string) => stringOf(values.get(key));
  const urls = (values.get("urls") ?? values.get("url") ?? "").match(/"[^"\n]*"|'[^'\n]*'/g) ?? [];
  return {
    kind,
    name,
    remote: text("remote"),
    commit: text("commit"),
    urls: urls.map((url) => url.slice(1, -1)),
    integrity: text("integrity"),
    path: text("path"),
  };
}

function closing(plain: string, start: number): number {
  let depth = 1;
  let at = start;
  for (; at < plain.length; at++) {
    if (plain[at] === "(") depth++;
    else if (plain[at] === ")" && --depth === 0) break;
  }
  return at;
}

/** The named arguments of a call as they are written; one without a name is the first one's. */
function valuesOf(call: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, key = "name", value = ""] of call.matchAll(
    /(?:(\w+)\s*=\s*)?(\[[^\]]*\]?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\w+)/g,
  ))
    if (!values.has(key)) values.set(key, value);
  return values;
}

function stringOf(value: string | undefined): string | undefined {
  return value !== undefined && /^(?:"[^"]+"|'[^']+')$/.test(value)
    ? value.slice(1, -1)
    : undefined;
}
