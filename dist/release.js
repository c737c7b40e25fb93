import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { Mb as releaseCommand } from "./shared/18-signing.js";

// actions/release/main.ts
await runAction(releaseCommand);

export {  };