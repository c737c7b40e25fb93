import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { wb as sbomCommand } from "./shared/19-sbom.js";

// actions/sbom/main.ts
await runAction(sbomCommand);

export {  };