import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { pp as advisoriesCommand } from "./shared/13-dependencies.js";

// actions/advisories/main.ts
await runAction(advisoriesCommand);

export {  };