import { readFileSync } from "node:fs";

/** What a document of either format holds. */
export interface Count {
  readonly format: "CycloneDX" | "SPDX";
  readonly packages: number;
  readonly edges: number;
}

interface Component {
  readonly type: string;
  readonly group?: string;
  readonly name: string;
  readonly version?: string;
  /** cyclonedx-npm puts a nested installation into the package that it belongs to. */
  readonly components?: readonly Component[];
}

interface SpdxPackage {
  readonly name: string;
  readonly versionInfo?: string;
}

/** Name and version: some write a component for each place of installation, some one for all places. */
function packagesOf(components: readonly Component[]): readonly string[] {
  return components.flatMap(({ type, group, name, version, components: inner = [] }) => {
    const fullName = group === undefined || group === "" ? name : `${group}/${name}`;
    return [...(type === "library" ? [`${fullName}@${version}`] : []), ...packagesOf(inner)];
  });
}

/** @throws where there is no package in it. */
export function countIn(path: string): Count {
  const document = JSON.parse(readFileSync(path, "utf8")) as {
    readonly components?: readonly Component[];
    readonly dependencies?: readonly { readonly dependsOn?: readonly string[] }[];
    readonly packages?: readonly SpdxPackage[];
    readonly relationships?: readonly { readonly relationshipType: string }[];
  };
  const { components, dependencies = [], packages = [], relationships = [] } = document;
  const counted: Count =
    components === undefined
      ? {
          format: "SPDX",
          packages: new Set(packages.map(({ name, versionInfo }) => `${name}@${versionInfo}`)).size,
          edges: relationships.filter(({ relationshipType: type }) => /DEPEN/.test(type)).length,
        }
      : {
          format: "CycloneDX",
          packages: new Set(packagesOf(components)).size,
          edges: dependencies.reduce((sum, { dependsOn = [] }) => sum + dependsOn.length, 0),
        };
  if (counted.packages === 0) throw new Error(`${path} holds no package`);
  return counted;
}
