/** A provider by its source: https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses. */
export interface ProviderAddress {
  /** Absent where the tool's own registry is meant. */
  readonly host?: string;
  readonly namespace: string;
  readonly type: string;
}

/** Terraform's and OpenTofu's: a source without a host means the one of the tool that runs. */
export const REGISTRIES: ReadonlySet<string> = new Set([
  "registry.terraform.io",
  "registry.opentofu.org",
]);

const PART = /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?$/u;
const HOST = /^[\p{L}\p{N}.-]+(?::\d{1,5})?$/u;

/** Reads `host/namespace/type`, `namespace/type` or `type`, which is HashiCorp's; `undefined` for anything else. */
export function providerAddress(source: string): ProviderAddress | undefined {
  const parts = source.toLowerCase().split("/");
  const type = parts.pop() ?? "";
  const namespace = parts.pop() ?? "hashicorp";
  const host = parts.pop();
  const isHost = host === undefined || (HOST.test(host) && /[.:]|^localhost$/.test(host));
  if (parts.length > 0 || !isHost || !PART.test(type)) return undefined;
  // `-` is what Terraform 0.12 knew of where a provider came from.
  if (!PART.test(namespace) && namespace !== "-") return undefined;
  return host === undefined ? { namespace, type } : { host, namespace, type };
}

/** As people write it: without the host of the two public registries. */
export function providerName({ host, namespace, type }: ProviderAddress): string {
  return host === undefined || REGISTRIES.has(host)
    ? `${namespace}/${type}`
    : `${host}/${namespace}/${type}`;
}
