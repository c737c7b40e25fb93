import { stat } from "node:fs/promises";
import {
  type CommandContext,
  ExternalError,
  isRecord,
  type RemoteAccess,
  UsageError,
} from "@assay/core";
import { createGithubApi, PermissionError, uploadHost } from "@assay/core/github";
import { apiUrlOf } from "../attest/github-inputs.ts";

/** A file of a release, as GitHub lists it. */
export interface Asset {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** `uploaded`; anything else is no whole file. */
  readonly state: string;
  /** `sha256:HEX`; servers of before 2025 give none. */
  readonly digest: string | undefined;
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly isDraft: boolean;
  readonly isImmutable: boolean;
  readonly body: string;
  readonly uploadUrl: string;
  readonly page: string;
}

export interface NewRelease {
  readonly tag_name: string;
  readonly target_commitish?: string;
  readonly name: string;
  readonly body: string;
  readonly prerelease: boolean;
}

/** What a release is made of on GitHub. A request that nobody answered is looked after by its caller: it may have been done. */
export interface ReleaseApi {
  /** The tag's own object and, behind it, its commit; none where there is no such tag. */
  tagged(tag: string): Promise<readonly string[]>;
  /** Of one tag, drafts too, the oldest first. */
  releases(tag: string): Promise<readonly Release[]>;
  release(id: number): Promise<Release>;
  published(tag: string): Promise<Release | undefined>;
  assets(release: Release): Promise<readonly Asset[]>;
  create(release: NewRelease): Promise<void>;
  /** @returns the asset as it is called now. */
  upload(release: Release, name: string, path: string, size: number): Promise<Asset | undefined>;
  remove(asset: Asset): Promise<void>;
  /** @param path Absolute; replaced. */
  download(asset: Asset, path: string): Promise<void>;
  /** @param commit That a tag is made at which is not there. */
  publish(release: Release, commit: string | undefined): Promise<void>;
}

const CONTENTS = { scope: "contents", level: "write", reason: "to make the release" } as const;
/** What the client waits for one server in all. */
const TRANSFER_MS = 300_000;
/** A socket that is silent may not cost all of that: 100 kB a second, and half a minute before. */
const timeoutOf = (size: number) => Math.min(TRANSFER_MS, 30_000 + size / 100);
const READ_TRIES = 6;

/** What only reads is asked for again: an answer that can't be used is a portal's or a proxy's, and not GitHub's. */
async function again<T>(read: (isLast: boolean) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await read(tried === READ_TRIES);
    } catch (error) {
      if (!(error instanceof ExternalError) || tried === READ_TRIES) throw error;
    }
  }
}

const MAX_PAGES = 100;
const MAX_DEREFERENCES = 8;

export function releaseApi(
  { http, environment }: Pick<CommandContext, "http" | "environment">,
  remote: RemoteAccess,
): ReleaseApi {
  const apiUrl = apiUrlOf(environment);
  const { call } = createGithubApi({ http, apiUrl, remote, permissions: [CONTENTS] });
  const pages = async (path: string) => {
    const all: unknown[] = [];
    // A page may be short of what this token does not see: an empty one is the last.
    for (let page = 1; page <= MAX_PAGES; page++) {
      const items = await again(async () => {
        const answer = await call("GET", `${path}?per_page=100&page=${page}`);
        if (!Array.isArray(answer)) throw new ExternalError(`The answer on ${path} is no list`);
        return answer as readonly unknown[];
      });
      if (items.length === 0) return all;
      all.push(...items);
    }
    throw new ExternalError(`${path} has more than ${MAX_PAGES} pages`);
  };
  const ifThere = async (path: string, method: "GET" | "DELETE" = "GET") => {
    try {
      return await call(method, path);
    } catch (error) {
      if (error instanceof PermissionError && / 404 /.test(error.message)) return undefined;
      throw error;
    }
  };
  const taggedBy = (sha: string) =>
    again(async () => objectOf(await call("GET", `/git/tags/${sha}`)));
  return {
    async tagged(tag) {
      const path = `/git/ref/tags/${tag.split("/").map(encodeURIComponent).join("/")}`;
      let object = await again(async () => objectOf(await ifThere(path)));
      const found: string[] = [];
      while (object !== undefined && found.length < MAX_DEREFERENCES) {
        found.push(object.sha);
        object = object.type === "tag" ? await taggedBy(object.sha) : undefined;
      }
      return found;
    },
    async releases(tag) {
      const all = (await pages("/releases")).map(releaseOf);
      return all.filter((each) => each.tag === tag).sort((a, b) => a.id - b.id);
    },
    release: (id) => again(async () => releaseOf(await call("GET", `/releases/${id}`))),
    async published(tag) {
      return await again(async () => {
        const found = await ifThere(`/releases/tags/${encodeURIComponent(tag)}`);
        return found === undefined ? undefined : releaseOf(found);
      });
    },
    assets: async ({ id }) => (await pages(`/releases/${id}/assets`)).map(assetOf),
    async create(release) {
      await call("POST", "/releases", { ...release, draft: true });
    },
    async upload({ uploadUrl }, name, path, size) {
      const url = URL.parse(uploadUrl.replace(/\{.*$/s, ""));
      const api = new URL(apiUrl);
      if (url?.host !== uploadHost(api) || url.protocol !== api.protocol || url.username !== "") {
        throw new ExternalError(
          `GitHub names ${url?.host ?? "no host"} for uploads, and the token goes to ${uploadHost(api)} alone`,
        );
      }
      const made = await call(
        "POST",
        `${url.origin}${url.pathname}?name=${encodeURIComponent(name)}`,
        undefined,
        {
          sendFrom: path,
          timeoutMs: timeoutOf(size),
          // One that was done and not answered blocks its name, and is found when the assets are listed.
          retryUnsafe: true,
          headers: { "content-type": "application/octet-stream", "content-length": String(size) },
        },
      );
      return isRecord(made) ? assetOf(made) : undefined;
    },
    async remove({ id }) {
      await again(() => ifThere(`/releases/assets/${id}`, "DELETE"));
    },
    async download({ id, name, size }, path) {
      await again(async (isLast) => {
        await call("GET", `/releases/assets/${id}`, undefined, {
          saveTo: path,
          maxBytes: size,
          timeoutMs: timeoutOf(size),
          headers: { accept: "application/octet-stream" },
        });
        const got = await stat(path).catch(() => undefined);
        // What stays different is told by its digest.
        if (got === undefined || (got.size !== size && !isLast))
          throw new ExternalError(`GitHub did not send all of ${name}`);
      });
    },
    async publish({ id }, target_commitish) {
      await call(
        "PATCH",
        `/releases/${id}`,
        { draft: false, target_commitish },
        { retryUnsafe: true },
      );
    },
  };
}

function objectOf(answer: unknown): { readonly type: unknown; readonly sha: string } | undefined {
  if (answer === undefined) return undefined;
  const object = isRecord(answer) ? answer["object"] : undefined;
  const { type, sha } = isRecord(object) ? object : {};
  if (typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha)) return { type, sha };
  throw new ExternalError("GitHub's answer on the tag names no object");
}

function releaseOf(answer: unknown): Release {
  const {
    id,
    tag_name: tag,
    draft,
    immutable,
    body,
    upload_url,
    html_url,
  } = isRecord(answer) ? answer : {};
  if (typeof id !== "number" || typeof tag !== "string" || typeof upload_url !== "string") {
    throw new ExternalError("GitHub's answer is no release");
  }
  return {
    id,
    tag,
    isDraft: draft === true,
    isImmutable: immutable === true,
    body: typeof body === "string" ? body : "",
    uploadUrl: upload_url,
    page: typeof html_url === "string" ? html_url : "",
  };
}

function assetOf(answer: unknown): Asset {
  const { id, name, size, state, digest } = isRecord(answer) ? answer : {};
  if (typeof id !== "number" || typeof name !== "string" || typeof size !== "number") {
    throw new ExternalError("GitHub's answer is no asset of a release");
  }
  return {
    id,
    name,
    size,
    state: typeof state === "string" ? state : "",
    digest: typeof digest === "string" ? digest : undefined,
  };
}

/** @throws UsageError without a token. */
export function requireToken({ token }: RemoteAccess): void {
  if (token) return;
  throw new UsageError("There is no token to make a release with", {
    hint: "In an action leave `token` out, and give the job `contents: write`; elsewhere set GITHUB_TOKEN.",
  });
}
