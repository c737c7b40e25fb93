import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { planFromInputs, type ServiceInputs } from "./plan.ts";

/** What the hosts of a signing run are derived from. */
export interface HostInputs extends ServiceInputs {
  readonly hasKey: boolean;
  /** Where it is not given: without a key. */
  readonly needsToken?: boolean;
  /** Absolute or relative to `folder`. */
  readonly signingConfig: string | undefined;
  readonly folder: string;
  /** Where the CI hands out tokens. */
  readonly tokenRequestUrl: string | undefined;
}

/**
 * The hosts that a signing run may reach: those of its services and of the CI's token service, nothing else. Mistakes in
 * the inputs give no host here; the run reports them.
 */
export function signingHosts(inputs: HostInputs): readonly string[] {
  const { tokenRequestUrl, needsToken = !inputs.hasKey } = inputs;
  const tokens = needsToken && tokenRequestUrl ? [tokenRequestUrl] : [];
  return [...new Set([...serviceUrls(inputs), ...tokens].flatMap(hostOf))].sort();
}

function serviceUrls(inputs: HostInputs): readonly string[] {
  try {
    if (inputs.signingConfig !== undefined) {
      return urlsIn(resolve(inputs.folder, inputs.signingConfig));
    }
    const plan = planFromInputs(inputs, inputs.hasKey);
    const { certificateAuthority, logs, timestampUrls } = plan;
    return [
      ...(certificateAuthority === undefined ? [] : [certificateAuthority]),
      ...logs.map(({ url }) => url),
      ...timestampUrls,
    ];
  } catch {
    return [];
  }
}

/** Every service of the config: which of them are used depends on the time, and each was named by the user. */
function urlsIn(path: string): readonly string[] {
  const json = JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, unknown>>;
  const config = (json["signingConfig"] ?? json) as Readonly<Record<string, unknown>>;
  return ["caUrls", "rekorTlogUrls", "tsaUrls"].flatMap((name) => {
    const services = config[name];
    if (!Array.isArray(services)) return [];
    return services.flatMap((service: { readonly url?: unknown } | null) =>
      typeof service?.url === "string" ? [service.url] : [],
    );
  });
}

/** The host of a TUF repository or trusted root; of those that are known by name, too. */
export function tufHosts(url = ""): readonly string[] {
  return (
    { public: ["tuf-repo-cdn.sigstore.dev"], github: ["tuf-repo.github.com"] }[url] ?? hostOf(url)
  );
}

/** Unencrypted hosts keep their scheme: the guarded client allows that only where it is spelt out. */
export function hostOf(url: string): readonly string[] {
  if (!URL.canParse(url)) return [];
  const { protocol, host } = new URL(url);
  return protocol === "http:" ? [`http://${host}`] : [host];
}
