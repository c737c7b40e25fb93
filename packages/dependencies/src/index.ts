export type { Vulnerability } from "./vulnerability.ts";
