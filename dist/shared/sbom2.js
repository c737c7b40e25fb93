import { n as SBOM_SCOPES, t as SBOM_FORMATS } from "./sbom-options.js";
import { t as sbomCommand } from "./sbom.js";

export { sbomCommand };