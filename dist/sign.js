import { em as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { Yg as signCommand } from "./shared/43-signing.js";

// actions/sign/main.ts
await runAction(signCommand);

export {  };