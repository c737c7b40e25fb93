import { pp as runAction } from "./shared/action-kit-runner-run-action.js";
import { $h as sbomCommand } from "./shared/part-sbom.js";

// actions/sbom/main.ts
await runAction(sbomCommand);

export {  };