// packages/sbom/src/options.ts
const SBOM_FORMATS = ["cyclonedx-1.6", "spdx-2.3"];
const SBOM_SCOPES = ["all", "runtime"];

export { SBOM_SCOPES as n, SBOM_FORMATS as t };