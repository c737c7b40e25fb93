import { vp as runAction } from "./shared/48-action-kit-runner-run-action.js";
import { kd as advisoriesCommand } from "./shared/41-dependencies.js";

// actions/advisories/main.ts
await runAction(advisoriesCommand);

export {  };