import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { ty as sbomCommand } from "./shared/12-sbom.js";

// actions/sbom/main.ts
await runAction(sbomCommand);

export {  };