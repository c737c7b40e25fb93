import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { ly as signCommand } from "./shared/11-signing.js";

// actions/sign/main.ts
await runAction(signCommand);

export {  };