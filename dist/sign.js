import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { jb as signCommand } from "./shared/18-signing.js";

// actions/sign/main.ts
await runAction(signCommand);

export {  };