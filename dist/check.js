import "./shared/rolldown-runtime.js";
import { t as runAction } from "./shared/action-kit.js";
import { t as checkCommand } from "./shared/action-kit-suite-check-command2.js";
import "./shared/action-kit-suite-index.js";

// actions/check/main.ts
await runAction(checkCommand);

export {  };