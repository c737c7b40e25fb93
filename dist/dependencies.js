import { vp as runAction } from "./shared/48-action-kit-runner-run-action.js";
import { wo as dependenciesCommand } from "./shared/41-dependencies.js";

// actions/dependencies/main.ts
await runAction(dependenciesCommand);

export {  };