import { em as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { Hg as sbomCommand } from "./shared/42-sbom.js";

// actions/sbom/main.ts
await runAction(sbomCommand);

export {  };