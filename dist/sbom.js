import { t as runAction } from "./shared/action-kit-runner-run-action.js";
import { n as sbomCommand } from "./shared/part-sbom.js";

// actions/sbom/main.ts
await runAction(sbomCommand);

export {  };