import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ExternalError } from "./errors.ts";
import type { HttpClient } from "./http.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** By part, the SHA-256 of the list of its files. `scripts/late-parts.ts` writes them into `dist/`; sources need none. */
const LISTS: Readonly<Record<string, string>> = JSON.parse('{"@late":""}');

const RAW = "raw.githubusercontent.com";
const MAX_BYTES = 8 * 1024 * 1024;
/** Where a runner unpacks an action. */
const UNPACKED = /[\\/]_actions[\\/]([\w.-]+)[\\/]([\w.-]+)[\\/](.+?)[\\/]dist[\\/]shared$/;

/** Hosts that `lateFiles` may ask. */
export function lateHosts(environment: Environment): readonly string[] {
  return [RAW, new URL(apiOf(environment)).host];
}

/**
 * Sees to it that the files of a part of `dist/` are there. Few steps need it, so that the archive which a runner downloads for each
 * step is without it; a clone has it. What is missing is fetched from the commit of the action that runs, and is not believed but by
 * its SHA-256, which stands in this file.
 *
 * @param part `image`: the files are those that `cli-image.json` lists.
 * @throws ExternalError where they can't be had, or are not those of this commit.
 */
export async function lateFiles(
  part: string,
  { http, environment }: { readonly http: HttpClient; readonly environment: Environment },
  { folder = import.meta.dirname, lists = LISTS } = {},
): Promise<void> {
  const list = `cli-${part}.json`;
  const sha256 = lists[part];
  // It is written last: where it is, all are.
  if (sha256 === undefined || existsSync(join(folder, list))) return;
  const get = async (name: string, expected: string): Promise<Uint8Array> => {
    const answers: string[] = [];
    for (const { url, headers } of placesOf(folder, name, environment)) {
      const answer = http.request({ url, headers, maxBytes: MAX_BYTES });
      const { status, body } = await answer.catch((error: Error) => ({
        status: error.message,
        body: "",
      }));
      if (createHash("sha256").update(body).digest("hex") === expected) return body as Uint8Array;
      answers.push(`${url}: ${status === 200 ? "other content" : status}`);
      if (status === 200) break;
    }
    throw new ExternalError(
      `${name} is a part of this action, and is not to be had${answers.map((each) => `; ${each}`).join("")}`,
      {
        hint: "Check out the action's repository at the same commit, and use the action from there: a clone has all files.",
      },
    );
  };
  const put = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    await writeFile(`${path}.${process.pid}`, bytes);
    await rename(`${path}.${process.pid}`, path);
  };
  const listed = await get(list, sha256);
  const files = Object.entries<string>(JSON.parse(new TextDecoder().decode(listed)));
  await Promise.all(files.map(async ([name, hash]) => put(name, await get(name, hash))));
  await put(list, listed);
}

function apiOf({ GITHUB_API_URL }: Environment): string {
  return GITHUB_API_URL || "https://api.github.com";
}

function placesOf(folder: string, name: string, environment: Environment) {
  const { INPUT_TOKEN: token, GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF } = environment;
  const [, owner, repository, unpackedRef] = UNPACKED.exec(folder) ?? [];
  const from = owner === undefined ? GITHUB_ACTION_REPOSITORY : `${owner}/${repository}`;
  const ref = unpackedRef?.replaceAll("\\", "/") ?? GITHUB_ACTION_REF;
  if (!from || !ref) return [];
  const path = `dist/shared/${name}`;
  const api = apiOf(environment);
  const raw = { url: `https://${RAW}/${from}/${encodeURI(ref)}/${path}`, headers: {} };
  const contents = {
    url: `${api}/repos/${from}/contents/${path}?ref=${encodeURIComponent(ref)}`,
    headers: {
      accept: "application/vnd.github.raw+json",
      ...(token && { authorization: `Bearer ${token}` }),
    },
  };
  return api === "https://api.github.com" ? [raw, contents] : [contents, raw];
}
