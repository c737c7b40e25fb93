import { t as sbomCommand } from "./sbom.js";
export { sbomCommand };
