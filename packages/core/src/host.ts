/** What only the runtime and the hosts need: the machine's doors as they are, and how a process ends. */
export { isLoopback, redactUrl } from "./platform/allowed-hosts.ts";
export { expectBriefRun } from "./platform/brief-run.ts";
export { EXIT_CODES, exitCodeOf } from "./platform/errors.ts";
export { nodeProcesses } from "./platform/exec.ts";
export type { GuardedHttpOptions } from "./platform/guarded-http.ts";
export { createGuardedHttp } from "./platform/guarded-http.ts";
export { lateFiles, lateHosts } from "./platform/late-files.ts";
