import { pp as runAction } from "./shared/action-kit-runner-run-action.js";
import { og as signCommand } from "./shared/part-signing.js";

// actions/sign/main.ts
await runAction(signCommand);

export {  };