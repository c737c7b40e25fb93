import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { uu as dependenciesCommand } from "./shared/21-dependencies.js";

// actions/dependencies/main.ts
await runAction(dependenciesCommand);

export {  };