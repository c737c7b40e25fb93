import { CONFIG_PATHS, globMatcher } from "@assay/core";
import { exclusion } from "@assay/inventory";
import { isAside } from "../../aside.ts";
import { CODEOWNERS_PLACES, locateCodeOwners } from "../../codeowners/read.ts";
import type { PolicyRepository } from "../../repository.ts";
import { locateSecurityPolicies } from "../../security-policy/read.ts";
import { isDockerfile } from "../../update-tools/needs.ts";

/** Files that need not exist yet: whoever adds one must not be its only reader. */
const PROBES: readonly string[] = [
  ".github/workflows/x.yml",
  ".github/actions/x/action.yml",
  ".github/dependabot.yml",
];
/** Workflows, actions, update tools, owners, security policy, settings of this suite and of tools, and what makes them quiet. */
const SENSITIVE =
  /^\.github\/(?:workflows|actions)\/|^(?:\.github\/|docs\/)?(?:CODEOWNERS|SECURITY\.\w+|dependabot\.ya?ml|\.?renovate\w*(?:\.json5?)?|zizmor\.yml)$|(?:^|\/)(?:osv-scanner\.toml|\.trivyignore(?:\.yaml)?|\.grype\.yaml|\.gitleaks\.toml|\.gitleaksignore)$/;

/** What only a security reviewer may let change: what is there, what may be added, and what the user names. Sorted. */
export async function sensitivePaths(repository: PolicyRepository): Promise<readonly string[]> {
  const { graphs, skipped } = await repository.inventory();
  const named = globMatcher(repository.settings.sensitivePaths);
  const config = new Set<string>(CONFIG_PATHS);
  const paths = repository.files.filter(
    (path) =>
      SENSITIVE.test(path) ||
      (/(?:^|\/)action\.ya?ml$/.test(path) && !isAside(path)) ||
      config.has(path) ||
      (isDockerfile(path) && exclusion(path) === undefined) ||
      named(path),
  );
  const locked = graphs.flatMap(({ path, covers }) => [path, ...covers.filter(repository.has)]);
  const unlocked = skipped.flatMap(({ kind, item, others = [] }) =>
    kind === "unlocked" || kind === "unsupported" ? [item, ...others] : [],
  );
  const policies = locateSecurityPolicies(repository.files);
  const probes = [
    ...PROBES,
    CONFIG_PATHS.find(repository.has) ?? CONFIG_PATHS[0],
    locateCodeOwners(new Set(repository.files)).path ?? CODEOWNERS_PLACES[0],
    policies[0] ?? "SECURITY.md",
  ];
  return [...new Set([...paths, ...locked, ...unlocked, ...probes])].sort();
}
