import { defineRule, NOTHING } from "../../rule.ts";
import { lockedBefore, lockedIn, nameOf, packageKey, placeOf } from "./packages.ts";

/** Rule 27. Only a change has new packages. */
export const installScripts = defineRule({
  id: "deps.install-scripts",
  title: "A new package runs a script when it is installed",
  description:
    "An install script runs with all rights of whoever installs: most malicious packages use one.",
  help: "Read the script, then accept the package, or install with `--ignore-scripts`.",
  severity: "medium",
  sources: { ssdf: ["PW.4"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    if (repository.base === undefined) return NOTHING;
    const runs = ({ flags }: { readonly flags: readonly string[] }) =>
      flags.includes("hasInstallScript");
    const before = new Set(
      (await lockedBefore(repository.base))
        .filter(({ component }) => runs(component))
        .map(({ component }) => packageKey(component)),
    );
    const locked = lockedIn(await repository.inventory());
    const added = locked.filter(
      ({ component }) => runs(component) && !before.has(packageKey(component)),
    );
    return {
      looked: locked.length,
      violations: added.map(({ graph, component }) => ({
        ...{ path: graph.path, ...placeOf(component), key: packageKey(component) },
        message: `${nameOf(component)} runs a script when it is installed, and did not at the base.`,
      })),
    };
  },
});
