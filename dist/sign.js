import { t as runAction } from "./shared/action-kit-runner-run-action.js";
import { n as signCommand } from "./shared/signing.js";

// actions/sign/main.ts
await runAction(signCommand);

export {  };