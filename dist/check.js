import "./shared/rolldown-runtime.js";
import { t as runAction } from "./shared/action-kit.js";
import { t as checkCommand } from "./shared/suite-check-command.js";
import "./shared/suite.js";

// actions/check/main.ts
await runAction(checkCommand);

export {  };