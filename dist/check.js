import { pp as runAction } from "./shared/action-kit-runner-run-action.js";
import { Ep as checkCommand } from "./shared/part-cli.js";

// actions/check/main.ts
await runAction(checkCommand);

export {  };