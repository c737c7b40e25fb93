import { compareText, plural } from "@assay/core";
import type { LockProblem } from "../../assemble/parts.ts";
import type { TreeNode } from "./collect.ts";
import type { MissingPom } from "./model.ts";

export const MAVEN_ADVICE =
  "Let Maven list all packages: `mvn org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom` writes a bill of materials of its own.";

/** What is not known of the packages of a reactor: each cause once. */
export interface Unknowns {
  /** Of a POM that is a model of the reactor or of one of its packages. */
  addMissing(missing: readonly MissingPom[]): void;
  /** Of a package that is not of the tree. */
  addPackage(key: string, node: TreeNode): void;
  problems(): readonly LockProblem[];
}

const MAX_NAMED = 5;

/** @param placeOf file and line of the tree for what a package is asked for by */
export function unknowns(
  placeOf: (node: TreeNode) => Pick<LockProblem, "file" | "line">,
): Unknowns {
  /** POMs that are nowhere to be had, by their coordinates. */
  const missing = new Map<string, MissingPom>();
  const withoutVersion = new Set<string>();
  const open = new Map<string, { readonly first: TreeNode; readonly packages: Set<string> }>();
  const others: LockProblem[] = [];
  const addMissing = (each: MissingPom) => {
    const known = missing.get(each.coordinates);
    if (known === undefined || (each.addsPackages && !known.addsPackages))
      missing.set(each.coordinates, each);
  };

  return {
    addMissing: (all) => {
      for (const each of all) if (each.addsPackages) addMissing(each);
    },
    addPackage: (key, node) => {
      const { version, by, from } = node;
      if (by === undefined) return;
      const names = [by.groupId, by.artifactId, by.type, by.classifier].flatMap((text) =>
        text.includes("${") ? [text] : [],
      );
      const expressions = [...by.open, ...names];
      const lacking = from?.model?.missing ?? [];
      // Properties come from parents, versions from BOMs too.
      const sources =
        by.version === undefined ? lacking : lacking.filter(({ role }) => role === "parent");
      const isUnknown = by.version === undefined || expressions.length > 0;
      if (isUnknown && sources.length > 0) {
        for (const each of sources) addMissing(each);
        withoutVersion.add(key);
      } else if (expressions.length > 0) {
        for (const each of expressions) {
          const cause = open.get(each) ?? { first: node, packages: new Set() };
          open.set(each, cause);
          cause.packages.add(key);
        }
      } else if (by.groupId === "") {
        others.push({ ...placeOf(node), item: key, reason: "it has no groupId" });
      } else if (by.version === undefined) {
        others.push({ ...placeOf(node), item: key, reason: "nothing gives it a version" });
      } else if (version === undefined) {
        others.push({
          ...placeOf(node),
          item: key,
          reason: `${by.version} is no fixed version: one is chosen whenever it is built`,
          advice: "Ask for one version.",
        });
      } else if (version.endsWith("-SNAPSHOT")) {
        others.push({
          ...placeOf(node),
          item: key,
          reason: "a snapshot is no fixed version: its content changes from day to day",
          advice: "Ask for a release.",
        });
      }
    },
    problems: () => [
      ...others,
      ...[...open].map(
        ([item, { first, packages }]): LockProblem => ({
          ...placeOf(first),
          item,
          reason: `it is set in no file here, and ${plural(packages.size, "package")} can't be named without it`,
          identity: "",
          advice: MAVEN_ADVICE,
        }),
      ),
      ...missingProblem([...missing.values()], withoutVersion.size),
    ],
  };
}

/** One for all: the cause is one, that there is no repository here. */
function missingProblem(
  missing: readonly MissingPom[],
  withoutVersion: number,
): readonly LockProblem[] {
  const [first, ...others] = [...missing].sort(
    (a, b) =>
      Number(b.addsPackages) - Number(a.addsPackages) || compareText(a.coordinates, b.coordinates),
  );
  if (first === undefined) return [];
  const all = [first, ...others].map(({ coordinates }) => coordinates);
  const more = all.length > MAX_NAMED ? `; and ${all.length - MAX_NAMED} more` : "";
  const what = [
    ...(withoutVersion === 0 ? [] : [`the versions of ${plural(withoutVersion, "package")}`]),
    ...(first.addsPackages ? ["the packages that parents add"] : []),
  ];
  return [
    {
      file: first.file,
      line: first.line,
      reason: `not all parents and BOMs are in the tree (${all.slice(0, MAX_NAMED).join("; ")}${more}): ${what.join(", and ")}${what.length > 1 ? "," : ""} are not known`,
      // Another version of the same is the same.
      identity: all.map((each) => each.replace(/:[^:]*$/, "")).join("\n"),
      advice: MAVEN_ADVICE,
    },
  ];
}
