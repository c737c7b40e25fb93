import { vp as runAction } from "./shared/48-action-kit-runner-run-action.js";
import { dg as signCommand } from "./shared/44-signing.js";

// actions/sign/main.ts
await runAction(signCommand);

export {  };