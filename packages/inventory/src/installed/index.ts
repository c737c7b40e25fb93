export type { Installed, InstalledTree } from "./find.ts";
export type { PackageMetadata, Person } from "./metadata.ts";
export type { PackageStatement, PackageStatements } from "./statements.ts";
export { installedPackages, packageStatements } from "./statements.ts";
