import { pp as runAction } from "./shared/action-kit-runner-run-action.js";
import { kd as advisoriesCommand } from "./shared/part-dependencies.js";

// actions/advisories/main.ts
await runAction(advisoriesCommand);

export {  };