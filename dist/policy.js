import { Hp as runAction } from "./shared/48-action-kit-runner-run-action.js";
import { ag as policyCommand } from "./shared/part-policy.js";

// actions/policy/main.ts
await runAction(policyCommand);

export {  };