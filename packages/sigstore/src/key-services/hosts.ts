import { keyReference } from "./reference.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** URLs of what a key in a service needs: the service itself, and whoever exchanges the run's token for one of the service. */
function keyServiceUrls(reference: string, environment: Environment): readonly string[] {
  const key = keyReference(reference);
  if (key === undefined) return [];
  switch (key.service) {
    case "vault":
    case "openbao": {
      const address = vaultAddress(environment, key.service);
      const asks = vaultVariable(environment, key.service, "TOKEN") === undefined;
      const isRole = vaultVariable(environment, key.service, "ROLE") !== undefined;
      return [
        ...(address === undefined ? [] : [address]),
        ...(asks && isRole ? tokenUrl(environment) : []),
      ];
    }
    case "aws": {
      const { kms, sts } = awsUrls(environment, key);
      const isRole = !environment["AWS_ACCESS_KEY_ID"];
      return [kms, ...(isRole ? [sts, ...tokenUrl(environment)] : [])];
    }
    case "azure": {
      const { vault, authority } = azureUrls(environment, key);
      const isGiven =
        environment["AZURE_FEDERATED_TOKEN_FILE"] || environment["AZURE_CLIENT_SECRET"];
      return [vault, authority, ...(isGiven ? [] : tokenUrl(environment))];
    }
    case "gcp": {
      const { kms, sts, credentials, metadata } = googleUrls(environment);
      if (googleToken(environment) !== undefined) return [kms];
      const isFederated =
        environment["GOOGLE_WORKLOAD_IDENTITY_PROVIDER"] ||
        environment["GOOGLE_APPLICATION_CREDENTIALS"];
      return [
        kms,
        ...(isFederated
          ? [sts, credentials, ...tokenUrl(environment)]
          : metadata === undefined
            ? []
            : [metadata]),
      ];
    }
  }
}

/**
 * The hosts that signing with a key reaches; none where it is no key in a service. Mistakes give no host here: the run reports them.
 *
 * @returns As a command's `hosts` wants them; an unencrypted scheme is kept.
 */
export function keyServiceHosts(reference: string, environment: Environment): readonly string[] {
  try {
    return keyServiceUrls(reference, environment).flatMap((url) => {
      if (!URL.canParse(url)) return [];
      const { protocol, host } = new URL(url);
      return protocol === "http:" ? [`http://${host}`] : [host];
    });
  } catch {
    return [];
  }
}

function tokenUrl(environment: Environment): readonly string[] {
  const url = environment["ACTIONS_ID_TOKEN_REQUEST_URL"];
  return url ? [url] : [];
}

/** `VAULT_ADDR` and `BAO_ADDR`; that of the named one first. */
export function vaultAddress(
  environment: Environment,
  service: "vault" | "openbao",
): string | undefined {
  return vaultVariable(environment, service, "ADDR");
}

/** `VAULT_<name>` or `BAO_<name>`: OpenBao takes both, and so do its users. */
export function vaultVariable(
  environment: Environment,
  service: "vault" | "openbao",
  name: string,
): string | undefined {
  const [vault, bao] = [environment[`VAULT_${name}`], environment[`BAO_${name}`]];
  return (service === "vault" ? vault || bao : bao || vault) || undefined;
}

/** A vault, who hands out tokens for it, and what they are asked for. */
export function azureUrls(
  environment: Environment,
  { vault }: { readonly vault: string },
): { readonly vault: string; readonly authority: string; readonly scope: string } {
  const isLocal = /^(?:127\.0\.0\.1|localhost)(?::|$)/.test(vault);
  const cloud = isLocal ? "vault.azure.net" : vault.replace(/^[^.]+\.|:\d+$/g, "");
  return {
    vault: `${isLocal ? "http" : "https"}://${vault}`,
    authority: environment["AZURE_AUTHORITY_HOST"] || "https://login.microsoftonline.com",
    scope: `https://${cloud}/.default`,
  };
}

/** The region of a key, and where KMS and STS answer there. */
export function awsUrls(
  environment: Environment,
  { key, endpoint }: { readonly key: string; readonly endpoint: string | undefined },
): { readonly region: string; readonly kms: string; readonly sts: string } {
  const region =
    /^arn:[^:]+:kms:([^:]+):/.exec(key)?.[1] ??
    (environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"] || "");
  const domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  const url = (service: string) =>
    environment[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ||
    `https://${service}.${region}.${domain}`;
  return {
    region,
    kms: endpoint === undefined ? url("kms") : `https://${endpoint}`,
    sts: url("sts"),
  };
}

/** The variable that has an access token for Google's APIs, and whether it is a file's name; gcloud's own come first. */
export function googleToken(
  environment: Environment,
): { readonly name: string; readonly isFile: boolean } | undefined {
  return [
    { name: "CLOUDSDK_AUTH_ACCESS_TOKEN", isFile: false },
    { name: "GOOGLE_OAUTH_ACCESS_TOKEN", isFile: false },
    { name: "CLOUDSDK_AUTH_ACCESS_TOKEN_FILE", isFile: true },
  ].find(({ name }) => environment[name]);
}

/** Where Google's services answer: gcloud's variables name others. The metadata server only where a variable does. */
export function googleUrls(environment: Environment): {
  readonly kms: string;
  readonly sts: string;
  readonly credentials: string;
  readonly metadata: string | undefined;
} {
  const url = (name: string) =>
    environment[`CLOUDSDK_API_ENDPOINT_OVERRIDES_${name.toUpperCase()}`] ||
    `https://${name}.googleapis.com`;
  const host = environment["GCE_METADATA_HOST"];
  return {
    kms: url("cloudkms"),
    sts: url("sts"),
    credentials: url("iamcredentials"),
    metadata: host ? `http://${host}` : undefined,
  };
}
