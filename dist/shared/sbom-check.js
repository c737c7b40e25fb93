import { t as runSbom } from "./part-sbom-check.js";
export { runSbom };
