import { em as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { af as advisoriesCommand } from "./shared/40-dependencies.js";

// actions/advisories/main.ts
await runAction(advisoriesCommand);

export {  };