import { Up as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { Ig as sbomCommand } from "./shared/42-sbom.js";

// actions/sbom/main.ts
await runAction(sbomCommand);

export {  };