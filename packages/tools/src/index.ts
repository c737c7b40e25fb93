export type { FoundTool, ToolRequest } from "./find-tool.ts";
export { findTool } from "./find-tool.ts";
export { probeVersion } from "./probe-version.ts";
