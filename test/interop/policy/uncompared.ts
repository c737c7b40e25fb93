/** zizmor's audits that no rule of ours looks at, and why. */
export const UNCOMPARED: readonly (readonly [audit: string, why: string])[] = [
  ["anonymous-definition, undocumented-permissions, superfluous-actions", "Style: no risk."],
  ["misfeature, obfuscation", "Style, or a sign of it."],
  ["self-repository", "`./` is documented, and `$/` needs a runner of 2026-07."],
  [
    "archived-uses, github-app, unsound-contains, unsound-ternary, unredacted-secrets, insecure-url-scheme, hardcoded-container-credentials, typosquat-uses, forbidden-uses",
    "Not among the rules yet.",
  ],
  [
    "secrets-outside-env",
    "Reusable workflows and organisation secrets can't name one; off in zizmor too.",
  ],
  [
    "impostor-commit, ref-confusion, stale-action-refs, known-vulnerable-actions, ref-version-mismatch",
    "They need the network, and both run offline.",
  ],
];
