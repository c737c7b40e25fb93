import type { Permission } from "../command/command.ts";

/** Permissions that a run needs, given its inputs. */
export function neededPermissions(
  permissions: readonly Permission[],
  inputs: Readonly<Record<string, unknown>>,
): readonly Permission[] {
  const isOn = (name: string) => {
    const value = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    return value !== undefined && value !== false && value !== "";
  };
  return permissions.filter(
    ({ when, unless }) =>
      (when === undefined || isOn(when)) && (unless === undefined || !isOn(unless)),
  );
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
