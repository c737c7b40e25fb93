import { catalog } from "@assay/core";

export const FIX_RULES = catalog(
  [
    {
      id: "dependencies.fix",
      title: "A vulnerable dependency with a fix",
      description: "A version is known that no advisory of the package calls affected.",
      help: "Write what the finding shows, run its command, and commit both files.",
      severity: "high",
    } as const,
    {
      id: "dependencies.no-fix",
      title: "A vulnerable dependency without a known fix",
      description:
        "No advisory names a later release that nothing affects; there may be one all the same.",
      help: "Replace the package, ask its maintainers, or accept the advisory for a time.",
      severity: "high",
    } as const,
  ].map((rule) => ({ ...rule, tags: ["dependencies"] })),
);
