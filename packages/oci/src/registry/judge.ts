import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { isLoopback } from "@assay/core/host";
import { StoreError } from "../error.ts";
import { lookupWithin, type Reach, type Resolve, reachOf, reachOfHost } from "./addresses.ts";
import type { RegistryOptions } from "./session.ts";

/** Judges addresses that a registry names (redirects, upload sessions, token services): they are all its own choice. */
export interface Judge {
  /** The registry's own origin: nothing is to be judged there. */
  isOwn(url: URL): boolean;
  /**
   * How a host's name is resolved for the request, after its address was found to be one that may be asked: https, without user and
   * password, and reaching as far as the registry itself, so that a public registry can't send anybody to a private service.
   *
   * @param what For messages: "The registry ghcr.io redirected the blob …".
   * @throws StoreError
   */
  lookupFor(url: URL, what: string): Promise<LookupFunction>;
}

/** @param own The registry's API. */
export function createJudge(
  own: URL,
  { plainHttp = [], trustedRealms = [] }: RegistryOptions,
  resolve?: Resolve,
): Judge {
  let known: Promise<Reach> | undefined;
  const ownReach = () => {
    known ??= reachOfHost(own.hostname, resolve);
    return known;
  };
  return {
    isOwn: (url) => url.origin === own.origin,
    async lookupFor(url, what) {
      const refuse = (reason: string) => {
        throw new StoreError("failed", `${what} to ${url.origin}, ${reason}`, {
          hint: "Ask whoever runs the registry: nothing was sent there.",
        });
      };
      if (url.username !== "" || url.password !== "")
        refuse("with a user or password in the address");
      const isOwnHost = url.hostname === own.hostname;
      const isNamed = [...plainHttp, ...trustedRealms].some(
        (name) => name === url.host || name === url.hostname,
      );
      const isPlain =
        isNamed || (own.protocol === "http:" && (isOwnHost || isLoopback(url.hostname)));
      if (url.protocol !== "https:" && !(url.protocol === "http:" && isPlain))
        refuse("which is not by https");
      const from = isOwnHost || isNamed ? "public" : await ownReach();
      const isAllowed = (to: Reach) =>
        isOwnHost ||
        isNamed ||
        to === "public" ||
        (to !== "reserved" && (from === "loopback" || from === to));
      const name = url.hostname.replace(/^\[|\]$/g, "");
      const isLocal = isLoopback(name) || /(^|\.)localhost\.?$/i.test(name);
      const literal = isLocal ? "loopback" : isIP(name) === 0 ? "public" : reachOf(name);
      if (!isAllowed(literal)) refuse("which is no public address");
      return lookupWithin(isAllowed, resolve);
    },
  };
}
