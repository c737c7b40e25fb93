import "./shared/rolldown-runtime.js";
import { t as runAction } from "./shared/action-kit.js";
import { t as sbomCommand } from "./shared/sbom.js";

// actions/sbom/main.ts
await runAction(sbomCommand);

export {  };