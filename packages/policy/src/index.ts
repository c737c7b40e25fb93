export { compilePattern, matchesPattern } from "./codeowners/pattern.ts";
export {
  type CodeOwners,
  locateCodeOwners,
  MAX_CODEOWNERS,
  readCodeOwners,
} from "./codeowners/read.ts";
