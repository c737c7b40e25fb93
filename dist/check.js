import { t as runAction } from "./shared/action-kit-runner-run-action.js";
import { d as checkCommand } from "./shared/part-cli.js";

// actions/check/main.ts
await runAction(checkCommand);

export {  };