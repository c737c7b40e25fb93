import type { Permission } from "@assay/core";

/** Permissions that a run needs, given its inputs: those with `when` only where that input is on. */
export function neededPermissions(
  permissions: readonly Permission[],
  inputs: Readonly<Record<string, unknown>>,
): readonly Permission[] {
  return permissions.filter(({ when }) => {
    if (when === undefined) return true;
    const value = Object.hasOwn(inputs, when) ? inputs[when] : undefined;
    return value !== undefined && value !== false && value !== "" && value !== "false";
  });
}

/** The block to paste into the job. A scope that is asked for twice stands once, with the higher level. */
export function permissionsBlock(permissions: readonly Permission[]): string {
  const byScope = new Map<string, Permission>();
  for (const permission of permissions) {
    const known = byScope.get(permission.scope);
    if (known === undefined || known.level === "read") byScope.set(permission.scope, permission);
  }
  const lines = [...byScope.values()]
    .sort((a, b) => (a.scope < b.scope ? -1 : 1))
    .map(({ scope, level, reason }) => `  ${scope}: ${level} # ${reason}`);
  return ["permissions:", ...lines].join("\n");
}
