import { setTimeout as wait } from "node:timers/promises";
import { type CheckContext, ExternalError, plural, UsageError } from "@assay/core";
import type { InstalledPackage, PackageRegistry } from "../ecosystems/ecosystem.ts";
import { ecosystemOf } from "../ecosystems/index.ts";
import type { Component } from "../graph.ts";

export interface Registries {
  /** What the public registry says of this very version. */
  ask(component: Component): Promise<InstalledPackage | undefined>;
  /** Sentences on what could not be had. */
  notices(): readonly string[];
}

const MAX_ANSWER = 16 * 1024 * 1024;
/** Of all answers of a run: they are kept until its end. */
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_NAMES = 5;
/** Of one registry in one run. */
const MAX_REQUESTS = 5000;
/** Of one that wants its requests to come slowly. */
const MAX_SLOW_MS = 5 * 60_000;
/** After so many failures in a row a registry is left alone. */
const MAX_FAILURES = 3;

interface State {
  readonly answers: Map<string, Promise<string | undefined>>;
  next: number;
  failures: number;
  unasked: number;
  failed: number;
}

/**
 * Asks each registry for a version once in a run. What a registry can't answer is missing, and a notice says so.
 *
 * @param components of the run: names below those of the project's own packages may be private
 */
export function createRegistries(
  { http, signal }: Pick<CheckContext, "http" | "signal">,
  components: readonly Component[],
): Registries {
  const own = ownNames(components);
  const kept = new Set<string>();
  const names = new Set<string>();
  let left = MAX_BYTES;
  const states = new Map<string, State>();
  const stateOf = (host: string): State => {
    const state = states.get(host) ?? {
      answers: new Map(),
      next: 0,
      failures: 0,
      unasked: 0,
      failed: 0,
    };
    states.set(host, state);
    return state;
  };
  const request = async (url: string, state: State): Promise<string | undefined> => {
    const response = await http.request({ url, tries: 2, maxBytes: MAX_ANSWER });
    const { status } = response;
    if (status !== 200 && status !== 404 && status !== 410)
      throw new ExternalError(`${url} answered with status ${status}`);
    state.failures = 0;
    left -= response.body.length;
    return status === 200 ? response.text() : undefined;
  };
  const asking = async (registry: PackageRegistry, path: string): Promise<string | undefined> => {
    const { host, interval = 0 } = registry;
    const state = stateOf(host);
    const known = state.answers.get(path);
    if (known !== undefined) return known;
    if (!isPathOf(host, path)) return undefined;
    const most = interval === 0 ? MAX_REQUESTS : Math.min(MAX_REQUESTS, MAX_SLOW_MS / interval);
    if (state.answers.size >= most || state.failures >= MAX_FAILURES || left < 0)
      throw new Unasked();
    const answer = slowly(state, interval, signal).then(() =>
      request(`https://${host}${path}`, state),
    );
    state.answers.set(path, answer);
    return answer;
  };
  return {
    async ask(component) {
      const registry = ecosystemOf(component.ecosystem)?.registry;
      if (registry === undefined || !isPublic(component, registry)) return undefined;
      const mine = own.find((each) => isBelow(component, each));
      if (mine !== undefined && !isArchivedThere(component, registry)) {
        kept.add(component.id);
        names.add(mine.prefix);
        return undefined;
      }
      const ask = await registry.load();
      const state = stateOf(registry.host);
      try {
        const said = await ask(component, (path) => asking(registry, path));
        const isSame = said?.name === component.name && said.version === component.version;
        return isSame ? said : undefined;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof Unasked) state.unasked++;
        else if (isOfAnswer(error)) {
          state.failures++;
          state.failed++;
        } else throw error;
        return undefined;
      }
    },
    notices: () => [
      ...(kept.size === 0
        ? []
        : [
            `No registry was asked for ${plural(kept.size, "package")} below names of the project's own (${[...names].sort().slice(0, MAX_NAMES).join(", ")}): they may be private. \`installed\` and \`caches\` find them.`,
          ]),
      ...[...states].flatMap(([host, { failed, unasked }]) => [
        ...(failed > 0
          ? [
              `${host} gave no usable answer for ${plural(failed, "package")}: the documents lack what it says of them.`,
            ]
          : []),
        ...(unasked > 0
          ? [
              `${host} was not asked for ${plural(unasked, "package")}: it failed too often, or there are too many for one run.`,
            ]
          : []),
      ]),
    ],
  };
}

/** A name out of a lockfile leads nowhere else on the host. */
function isPathOf(host: string, path: string): boolean {
  const text = `https://${host}${path}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isStraight = !/\/\.{0,2}(?:\/|$)/.test(decodeURIComponent(path));
  return url?.host === host && url.pathname === path && isStraight;
}

interface OwnName {
  readonly ecosystem: string;
  readonly prefix: string;
}

/** What the names of the project's own packages begin with, where ecosystems have scopes, vendors or groups. */
function ownNames(components: readonly Component[]): readonly OwnName[] {
  const own = components.flatMap(({ firstParty, ecosystem, name }): readonly OwnName[] => {
    const group = firstParty && ecosystemOf(ecosystem)?.names?.group.exec(name)?.[0];
    return group ? [{ ecosystem, prefix: groupPrefix(group) }] : [];
  });
  return [...new Map(own.map((each) => [JSON.stringify(each), each])).values()];
}

function isBelow({ ecosystem, name }: Component, own: OwnName): boolean {
  const rest = name.slice(own.prefix.length);
  return own.ecosystem === ecosystem && name.startsWith(own.prefix) && /^(?:[.:/]|$)/.test(rest);
}

/** `com.acme` of `com.acme.shop`, `io.github.ann` of `io.github.ann.shop`: whoever has one has all below it. */
function groupPrefix(group: string): string {
  return /^(?:(?:com|io)\.(?:github|gitlab)\.[^.]+|[^.]+\.[^.]+)(?=\.)/.exec(group)?.[0] ?? group;
}

/** A redirect to a host that may not be reached is one too. */
function isOfAnswer(error: unknown): boolean {
  return [ExternalError, UsageError, SyntaxError].some((kind) => error instanceof kind);
}

class Unasked extends Error {}

/** One after another where the registry wants it. */
async function slowly(state: State, interval: number, signal: AbortSignal): Promise<void> {
  if (interval === 0) return;
  const now = performance.now();
  const at = Math.max(now, state.next);
  state.next = at + interval;
  if (at > now) await wait(at - now, undefined, { signal });
}

/** Nothing is asked of a public registry that the lockfile has from elsewhere: its name may be nobody's business. */
function isPublic({ purl, artifacts }: Component, { archives }: PackageRegistry): boolean {
  if (purl === undefined || /[?&](?:repository_url|vcs_url|download_url)=/.test(purl)) return false;
  const urls = artifacts.flatMap(({ url }) => url ?? []);
  return archives === undefined || urls.every((url) => isAt(url, archives));
}

function isArchivedThere({ artifacts }: Component, { archives = [] }: PackageRegistry): boolean {
  return artifacts.length > 0 && artifacts.every(({ url = "" }) => isAt(url, archives));
}

function isAt(url: string, hosts: readonly string[]): boolean {
  return URL.canParse(url) && hosts.includes(new URL(url).hostname);
}
