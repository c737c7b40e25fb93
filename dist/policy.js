import { Zm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { Ov as policyCommand } from "./shared/10-policy.js";

// actions/policy/main.ts
await runAction(policyCommand);

export {  };