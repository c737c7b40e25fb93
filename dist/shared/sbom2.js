import { n as SBOM_FORMATS, r as SBOM_SCOPES, t as sbomCommand } from "./sbom.js";

export { sbomCommand };