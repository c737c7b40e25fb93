import { catalog } from "@assay/core";

export const FIX_RULES = catalog(
  [
    {
      id: "dependencies.fix",
      title: "A vulnerable dependency with a fix",
      description:
        "A version is known that no advisory of the package calls affected. The finding says where it is to be written and what writes the lockfile again.",
      help: "Write the lines that the finding shows, run its command, and commit both files.",
      severity: "high",
    } as const,
    {
      id: "dependencies.no-fix",
      title: "A vulnerable dependency without a known fix",
      description:
        "No advisory names a release above the locked version that nothing affects. There may be one that advisories do not name.",
      help: "Replace the package, ask its maintainers, or accept the advisory for a time.",
      severity: "high",
    } as const,
  ].map((rule) => ({ ...rule, tags: ["dependencies"] })),
);
