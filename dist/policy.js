import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { Dv as policyCommand } from "./shared/10-policy.js";

// actions/policy/main.ts
await runAction(policyCommand);

export {  };