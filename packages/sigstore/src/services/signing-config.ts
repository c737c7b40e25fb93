import { UsageError } from "@assay/core";
import { type ProtoReader, protoReader } from "../bundle/proto-json.ts";
import { unwrapTrustConfig } from "../trust/trust-config.ts";

export interface Service {
  readonly url: string;
  readonly majorApiVersion: number;
  readonly start: Date | undefined;
  readonly end: Date | undefined;
  readonly operator: string;
}

/** How many services of a kind are used: one, all, or an exact number. `undefined` where the config names none. */
export interface Selection {
  readonly selector: "ANY" | "ALL" | "EXACT";
  readonly count: number;
}

/** Signing config v0.2 (protobuf-specs `SigningConfig`). */
export interface SigningConfig {
  readonly certificateAuthorities: readonly Service[];
  readonly oidcProviders: readonly Service[];
  readonly logs: readonly Service[];
  readonly logSelection: Selection | undefined;
  readonly timestampAuthorities: readonly Service[];
  readonly timestampSelection: Selection | undefined;
}

const MEDIA_TYPE = "application/vnd.dev.sigstore.signingconfig.v0.2+json";
const SELECTORS = ["ANY", "ALL", "EXACT", "SERVICE_SELECTOR_UNDEFINED"];

/** @throws UsageError when it is no signing config of version 0.2. */
export function parseSigningConfig(bytes: Uint8Array, source: string): SigningConfig {
  const fail = (path: string, problem: string): never => {
    throw new UsageError(`${source}: ${path} ${problem}`, {
      hint: "Give a signing config v0.2, as `cosign signing-config create` writes it.",
    });
  };
  const root = protoReader(
    unwrapTrustConfig(bytes, "signingConfig", source),
    "signingConfig",
    ["mediaType", "caUrls", "oidcUrls", "rekorTlogUrls", "rekorTlogConfig", "tsaUrls", "tsaConfig"],
    fail,
  );
  root.choice("mediaType", [MEDIA_TYPE]);
  const services = (name: string) =>
    root
      .list(name, 64, ["url", "majorApiVersion", "validFor", "operator"])
      .map((entry) => readService(entry, fail));
  return {
    certificateAuthorities: services("caUrls"),
    oidcProviders: services("oidcUrls"),
    logs: services("rekorTlogUrls"),
    logSelection: readSelection(root, "rekorTlogConfig", fail),
    timestampAuthorities: services("tsaUrls"),
    timestampSelection: readSelection(root, "tsaConfig", fail),
  };
}

type Fail = (path: string, problem: string) => never;

function readService(entry: ProtoReader, fail: Fail): Service {
  const url = entry.text("url");
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    fail(`${entry.path}.url`, "is no http(s) URL");
  const window = entry.has("validFor") ? entry.object("validFor", ["start", "end"]) : undefined;
  const instant = (name: string): Date | undefined => {
    if (window === undefined || !window.has(name)) return undefined;
    const date = new Date(window.text(name));
    return Number.isNaN(date.getTime()) ? fail(`${window.path}.${name}`, "is no instant") : date;
  };
  return {
    url,
    majorApiVersion: Number(entry.integer("majorApiVersion", 0n)),
    start: instant("start"),
    end: instant("end"),
    operator: entry.has("operator") ? entry.text("operator") : "",
  };
}

/** cosign writes `{}` for "none": a selection without a selector selects nothing. */
function readSelection(root: ProtoReader, name: string, fail: Fail): Selection | undefined {
  if (!root.has(name)) return undefined;
  const selection = root.object(name, ["selector", "count"]);
  if (!selection.has("selector")) return undefined;
  const selector = selection.choice("selector", SELECTORS);
  const count = Number(selection.integer("count", 0n));
  if (selector === "ANY") return { selector, count: 1 };
  if (selector === "ALL") return { selector, count: 0 };
  if (selector === "EXACT" && count > 0 && count <= 64) return { selector, count };
  return fail(`${selection.path}.selector`, `is ${selector} with count ${count}`);
}
