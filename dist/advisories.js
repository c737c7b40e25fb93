import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { cu as advisoriesCommand } from "./shared/21-dependencies.js";

// actions/advisories/main.ts
await runAction(advisoriesCommand);

export {  };