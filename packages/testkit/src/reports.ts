/** Reports for tests, made the way that real ones are. */

export {
  aFinding,
  anInput,
  aResult,
  reportOfKinds,
  reportOfPackages,
  reportWith,
} from "./report-parts.ts";
export { actReport, errorReport, fullReport } from "./whole-reports.ts";
