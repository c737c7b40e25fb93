import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  "maven-pom": {
    versions: "models 4.0.0 and 4.1.0",
    edges: "some",
    direct: "manifest",
    scopes: "manifest",
    hashes: "none",
    licenses: false,
    lines: true,
    notes: [
      "Parents, modules, BOMs, properties, profiles and `.mvn/maven.config` are read from the tree: a reactor is one graph with each module as a root.",
      "Transitive packages are not known, for their POMs are in a repository; the versions that a parent or a BOM from there gives are not known either. Both are findings.",
      "A profile that depends on the JDK, the operating system or the environment is the condition of the packages that it adds; what it changes otherwise is a finding.",
      "`provided` and `system` are needed to build. Version ranges, `LATEST`, `RELEASE` and snapshots are no fixed versions. Plugins are no packages of the project.",
    ],
  },
};
