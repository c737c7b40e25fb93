import type { LockProblem } from "../../assemble/parts.ts";

/** One line: a package in some configurations. */
export interface GradleEntry {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly configurations: readonly string[];
  readonly line: number;
}

export interface GradleLock {
  readonly entries: readonly GradleEntry[];
  /** Every configuration that is locked, those without packages too. */
  readonly configurations: ReadonlySet<string>;
  /** It is one file for one configuration, as Gradle wrote them before version 7: nothing in it says where it ends. */
  readonly isOfOneConfiguration: boolean;
  /** The project whose task writes it, as newer versions of Gradle say: `:app`. */
  readonly project: string | undefined;
  /** By which the file is known whatever its name is. */
  readonly hasHeader: boolean;
  readonly problems: readonly LockProblem[];
}

const HEADER = /^# This is a Gradle generated file for dependency locking\./m;
const COMMAND =
  /^# To regenerate this file, run: \.\/gradlew (:?(?:[\w.-]+:)*)dependencies --write-locks/m;
const ONE_CONFIGURATION = /(?:^|\/)gradle\/dependency-locks\/([^/]+)\.lockfile$/;
const COORDINATES = /^[^\s:=,]+:[^\s:=,]+:[^\s:=,]+$/;

/**
 * Reads what `LockFileReaderWriter` of Gradle writes: `group:name:version=configuration,configuration` a line, sorted, and `empty=` with
 * the configurations that have nothing. https://docs.gradle.org/current/userguide/dependency_locking.html
 */
export function parseGradleLockfile(path: string, text: string): GradleLock {
  const entries: GradleEntry[] = [];
  const configurations = new Set<string>();
  const problems: LockProblem[] = [];
  const seen = new Map<string, number>();
  let hasEnd = false;
  const lines = text.split(/\r\n|[\r\n]/).map((line) => line.trim());
  const command = COMMAND.exec(text);
  const own = ONE_CONFIGURATION.exec(path)?.[1] ?? "";
  const isOfOneConfiguration =
    own !== "" && command === null && !lines.some((line) => /^[^#]*=/.test(line));
  if (isOfOneConfiguration) configurations.add(own);
  for (const [index, content] of lines.entries()) {
    if (content === "" || content.startsWith("#")) continue;
    const line = index + 1;
    const equals = content.indexOf("=");
    const left = equals < 0 ? content : content.slice(0, equals);
    const names =
      equals < 0
        ? []
        : content
            .slice(equals + 1)
            .split(",")
            .filter((name) => name !== "");
    const fail = (reason: string) => problems.push({ item: `line ${line}`, line, reason });
    if (hasEnd) fail("it stands behind the line `empty`");
    for (const name of names) {
      if (/[:=\s]/.test(name)) fail("it names what is no configuration");
      configurations.add(name);
    }
    if (left === "empty") {
      hasEnd = true;
      continue;
    }
    if (!COORDINATES.test(left)) fail("it is no entry");
    else if (seen.has(left)) fail(`it is a second entry for the package of line ${seen.get(left)}`);
    else {
      seen.set(left, line);
      const [group = "", name = "", version = ""] = left.split(":");
      const given = isOfOneConfiguration ? [own] : names;
      if (given.length === 0) fail("it names no configuration");
      entries.push({ group, name, version, configurations: given, line });
    }
  }
  if (!hasEnd && !isOfOneConfiguration)
    problems.push({ reason: "its last line, `empty=…`, is missing: packages may be too" });
  const project = command?.[1];
  return {
    entries,
    configurations,
    isOfOneConfiguration,
    hasHeader: HEADER.test(text),
    project: project === undefined ? undefined : `:${project.replace(/^:|:$/g, "")}`,
    problems,
  };
}
