import { type CheckContext, ExternalError, UsageError } from "@assay/core";
import {
  type AbsentFile,
  absentFiles,
  findCommit,
  type HeadCommit,
  headCommit,
  openRepository,
  originUrl,
} from "@assay/git";
import { buildPurl } from "@assay/purl";
import type { Component, Inventory } from "./graph.ts";
import type { FileSource } from "./source.ts";

/** Where the files come from: what first-party packages are called after. */
export interface Origin {
  /** Such as `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The commit, as full hex. */
  readonly revision?: string;
  /** The folder inside the repository that paths are relative to; the repository's root where it is not given. */
  readonly folder?: string;
}

/** What git and the run say of the place that is looked at. */
export interface RepositoryFacts {
  readonly origin: Origin | undefined;
  /** The folder that is looked at, inside the repository; `""` for its root. */
  readonly folder: string;
  /** The commit that is checked out, or the one that was asked for. */
  readonly head: HeadCommit | undefined;
  /** The files of the commit that was asked for, where git has it. */
  readonly source?: FileSource;
  /** What git tracks and is not in the work tree, or only as a pointer. */
  readonly absent: readonly AbsentFile[];
  readonly notices: readonly string[];
}

/**
 * The repository, the same on a laptop and in CI: the run's own where it has one, else the `origin` of the checkout. A folder
 * without git is no error.
 *
 * @param ref A commit or tag to take the files of; where git does not have it a notice says so.
 */
export async function readRepositoryFacts(
  context: CheckContext,
  ref?: string,
): Promise<RepositoryFacts> {
  const { root, processes, environment, signal, remote } = context;
  expectRef(ref);
  let folder = "";
  let head: HeadCommit | undefined;
  let url: string | undefined;
  let absent: readonly AbsentFile[] = [];
  let source: FileSource | undefined;
  const notices: string[] = [];
  try {
    const repository = await openRepository({ root, processes, environment, signal });
    folder = repository.prefix.replace(/\/$/, "");
    const commit = ref === undefined ? undefined : await findCommit(repository, ref);
    if (commit !== undefined)
      source = (await import("./revision-source.ts")).revisionSource(repository, commit);
    [head, absent, url] = await Promise.all([
      headCommit(repository, commit),
      commit === undefined ? absentFiles(repository) : [],
      remote === null ? originUrl(repository) : undefined,
    ]);
  } catch (error) {
    if (error instanceof ExternalError) notices.push(`The commit is not known: ${error.message}.`);
    else if (!(error instanceof UsageError)) throw error;
  }
  const place = remote ?? readRepositoryUrl(url ?? "");
  const origin =
    place === undefined
      ? undefined
      : {
          serverUrl: place.serverUrl,
          repository: place.repository,
          ...(head === undefined ? {} : { revision: head.sha }),
          folder,
        };
  if (ref !== undefined && source === undefined) {
    notices.push(
      `This clone has no commit \`${ref}\`: the files of the work tree were read and only called after it (set \`fetch-depth: 0\` on actions/checkout to read those of the commit).`,
    );
  }
  return { origin, folder, head, absent, notices, ...(source !== undefined && { source }) };
}

/**
 * Server and repository of a URL as git writes them: `https://host/owner/name.git`, `ssh://git@host/owner/name`,
 * `git@host:owner/name.git`. `undefined` for paths and for what names no owner.
 */
export function readRepositoryUrl(
  url: string,
): Pick<Origin, "serverUrl" | "repository"> | undefined {
  const short = /^(?:[^@/\s]+@)?([A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]+):(?!\/)(.+)$/.exec(url);
  const text = short === null ? url : `ssh://${short[1]}/${short[2]}`;
  if (!/^(?:https?|ssh|git(?:\+\w+)?):\/\//.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, host, pathname } = new URL(text);
  const repository = pathname.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
  if (!/^[^/\s]+(?:\/[^/\s]+)+$/.test(repository) || hostname === "") return undefined;
  // The port of ssh is not the one of the web server.
  const server =
    protocol === "http:" ? `http://${host}` : `https://${protocol === "https:" ? host : hostname}`;
  return { serverUrl: server, repository };
}

/** What a person says of the origin, where the checkout does not know it. */
export interface NamedOrigin {
  /** `owner/name` on the server that is known, else on github.com; or a URL. */
  readonly repository?: string | undefined;
  /** The commit or tag. */
  readonly ref?: string | undefined;
}

/**
 * The origin with what a person names in place of what was found. Use `withOrigin` with it.
 *
 * @throws UsageError when the repository is neither `owner/name` nor a URL, or the ref holds blanks or control characters.
 */
export function namedOrigin(
  { origin, folder, head }: Pick<RepositoryFacts, "origin" | "folder" | "head">,
  { repository, ref }: NamedOrigin,
): Origin | undefined {
  expectRef(ref);
  const place = repository === undefined ? origin : readRepository(repository, origin);
  const revision = ref ?? head?.sha;
  return place === undefined
    ? undefined
    : {
        serverUrl: place.serverUrl,
        repository: place.repository,
        ...(revision === undefined ? {} : { revision }),
        folder,
      };
}

function expectRef(ref: string | undefined): void {
  if (ref === undefined || (ref !== "" && !/[\s\p{Cc}]/u.test(ref))) return;
  throw new UsageError("The ref is no commit and no tag: it is empty or holds blanks", {
    hint: "Write the full commit, or a tag such as `v1.2.0`.",
  });
}

function readRepository(text: string, origin: Origin | undefined) {
  if (/^\w[\w.-]*\/\w[\w.-]*$/.test(text))
    return { serverUrl: origin?.serverUrl ?? "https://github.com", repository: text };
  const place = readRepositoryUrl(text);
  if (place !== undefined) return place;
  throw new UsageError("The repository is neither `owner/name` nor the URL of one", {
    hint: "Write `acme/app`, or `https://git.example/acme/app`.",
  });
}

/** The same inventory with first-party packages called after another origin. */
export function withOrigin(inventory: Inventory, origin: Origin | undefined): Inventory {
  const renamed = (component: Component): Component => {
    if (!component.firstParty) return component;
    const { name, version, installPath = "" } = component;
    return { ...component, purl: firstPartyPurl(origin, name, version, installPath) };
  };
  return {
    ...inventory,
    graphs: inventory.graphs.map((graph) => ({
      ...graph,
      components: graph.components.map(renamed),
    })),
  };
}

/**
 * The purl of a first-party package: it has no place in a registry, so it is named after its place in the repository
 * (`pkg:github/owner/name@sha#path`), or, where no repository on github.com is known, `pkg:generic/name@version#path`.
 */
export function firstPartyPurl(
  origin: Origin | undefined,
  name: string,
  version: string | undefined,
  path: string,
): string {
  const subpath = [origin?.folder ?? "", path].filter((part) => part !== "").join("/");
  const [owner, repository, ...rest] = origin?.repository.split("/") ?? [];
  if (
    origin?.serverUrl.toLowerCase() === "https://github.com" &&
    owner !== undefined &&
    repository !== undefined &&
    rest.length === 0
  ) {
    return buildPurl({
      type: "github",
      namespace: owner,
      name: repository,
      version: origin.revision,
      subpath,
    });
  }
  const slash = name.lastIndexOf("/");
  return buildPurl({
    type: "generic",
    namespace: name.slice(0, Math.max(slash, 0)),
    name: name.slice(slash + 1),
    version,
    subpath,
  });
}
