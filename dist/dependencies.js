import { pp as runAction } from "./shared/action-kit-runner-run-action.js";
import { To as dependenciesCommand } from "./shared/part-dependencies.js";

// actions/dependencies/main.ts
await runAction(dependenciesCommand);

export {  };