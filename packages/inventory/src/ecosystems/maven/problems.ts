import { plural } from "@assay/core";
import type { LockProblem } from "../../assemble/parts.ts";
import type { TreeNode } from "./collect.ts";
import type { MissingPom } from "./model.ts";

export const MAVEN_ADVICE =
  "Have Maven itself say it: `mvn org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom` writes a bill of materials with every package.";

/** What is not known of the packages of a reactor: each cause once. */
export interface Unknowns {
  /** Of a POM that is a model of the reactor or of one of its packages. */
  addMissing(missing: readonly MissingPom[]): void;
  /** Of a package that is not of the tree. */
  addPackage(key: string, node: TreeNode): void;
  problems(): readonly LockProblem[];
}

interface Cause<T> {
  readonly what: T;
  readonly packages: Set<string>;
}

/** @param placeOf file and line of the tree for what a package is asked for by */
export function unknowns(
  placeOf: (node: TreeNode) => Pick<LockProblem, "file" | "line">,
): Unknowns {
  const missing = new Map<string, Cause<MissingPom>>();
  const open = new Map<string, Cause<TreeNode>>();
  const others: LockProblem[] = [];

  function missingCause(what: MissingPom): Cause<MissingPom> {
    const key = `${what.role} ${what.coordinates}`;
    const cause = missing.get(key) ?? { what, packages: new Set() };
    missing.set(key, cause);
    return cause;
  }

  return {
    addMissing: (all) => {
      for (const each of all) if (each.addsPackages) missingCause(each);
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
        for (const each of sources) missingCause(each).packages.add(key);
      } else if (expressions.length > 0) {
        for (const each of expressions) {
          const cause = open.get(each) ?? { what: node, packages: new Set() };
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
        ([item, { what, packages }]): LockProblem => ({
          ...placeOf(what),
          item,
          reason: `it is set in no file here, and ${plural(packages.size, "package")} can't be named without it`,
          identity: "",
          advice: MAVEN_ADVICE,
        }),
      ),
      ...[...missing.values()].map(({ what, packages }): LockProblem => {
        const { coordinates, role, file, line, addsPackages } = what;
        const count =
          packages.size === 0 ? [] : [`the versions of ${plural(packages.size, "package")}`];
        const added = addsPackages ? ["what it adds itself"] : [];
        return {
          file,
          line,
          item: coordinates,
          reason: `it is ${role === "parent" ? "a parent" : "a BOM"} of ${file} and no file here: ${[...count, ...added].join(", and ")} can't be known`,
          identity: role,
          advice: MAVEN_ADVICE,
        };
      }),
    ],
  };
}
