export { readDependencyReview } from "./dependency-review.ts";
export { readGrype } from "./grype.ts";
export { readOsvScanner } from "./osv-scanner.ts";
export { readTrivyIgnore, readTrivyYaml } from "./trivy.ts";
