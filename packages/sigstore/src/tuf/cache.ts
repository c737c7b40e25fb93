import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { isRecord } from "@assay/core";
import type { TufState } from "./client.ts";

export interface Cached {
  readonly state: TufState;
  /** When it was last compared with the repository; `undefined` where no update has come to its end. */
  readonly checked: Date | undefined;
}

const PARTS = ["root", "timestamp", "snapshot", "targets", "target"] as const;

/** One file for each repository and first root, outside of any checkout: it is replaced as a whole. */
export function cachePath(
  environment: Readonly<Record<string, string | undefined>>,
  url: string,
  root: Uint8Array,
): string {
  const { RUNNER_TOOL_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = environment;
  const folder =
    RUNNER_TOOL_CACHE || XDG_CACHE_HOME || LOCALAPPDATA || join(HOME || homedir(), ".cache");
  const name = createHash("sha256").update(`${url}\n`).update(root).digest("hex");
  return join(folder, "assay", "tuf", `${name}.json`);
}

/** What is kept; `undefined` where there is nothing, or nothing that can be read: then the first root counts. */
export async function readCache(path: string): Promise<Cached | undefined> {
  try {
    const json: unknown = JSON.parse(await readFile(path, "utf8"));
    if (!isRecord(json)) return undefined;
    const parts = PARTS.map((part) => {
      const text = json[part];
      return [part, typeof text === "string" ? Buffer.from(text, "base64") : undefined] as const;
    });
    const { root, ...others } = Object.fromEntries(parts);
    const delegated = new Map(
      Object.entries(isRecord(json["delegated"]) ? json["delegated"] : {}).map(
        ([name, text]) => [name, Buffer.from(String(text), "base64")] as const,
      ),
    );
    const checked = typeof json["checked"] === "string" ? new Date(json["checked"]) : undefined;
    if (root === undefined || Number.isNaN(checked?.getTime())) return undefined;
    return { state: { root, ...others, delegated }, checked };
  } catch {
    return undefined;
  }
}

export async function writeCache(path: string, { state, checked }: Cached): Promise<void> {
  const text = JSON.stringify({
    checked: checked?.toISOString(),
    ...Object.fromEntries(
      PARTS.map((part) => {
        const bytes = state[part];
        return [part, bytes === undefined ? undefined : base64(bytes)];
      }),
    ),
    delegated: Object.fromEntries(
      [...(state.delegated ?? [])].map(([name, bytes]) => [name, base64(bytes)]),
    ),
  });
  const temporary = `${path}.${randomBytes(8).toString("hex")}.tmp`;
  await mkdir(join(path, ".."), { recursive: true });
  try {
    await writeFile(temporary, text, { flag: "wx", mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
