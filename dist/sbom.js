import { vp as runAction } from "./shared/48-action-kit-runner-run-action.js";
import { ig as sbomCommand } from "./shared/43-sbom.js";

// actions/sbom/main.ts
await runAction(sbomCommand);

export {  };