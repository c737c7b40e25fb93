import { readFile } from "node:fs/promises";
import { type HttpRequest, memberAt, UsageError } from "@assay/core";
import { identityToken } from "../keyless/oidc.ts";
import { under } from "../services/request.ts";
import { googleToken, type googleUrls } from "./hosts.ts";
import { askJson, endOf, type KeyServiceRun, posted, renewed, secretIn, textAt } from "./run.ts";

const SCOPE = "https://www.googleapis.com/auth/cloud-platform";

/** As it was handed in; else by the run's own identity; else from the metadata server, where a variable names it. */
export function accessToken(
  run: KeyServiceRun,
  { sts, credentials, metadata }: ReturnType<typeof googleUrls>,
): () => Promise<string> {
  const { environment, mask } = run;
  const given = googleToken(environment);
  if (given !== undefined) {
    return async () => {
      if (given.isFile) return await secretIn(run, given.name);
      const token = environment[given.name] ?? "";
      mask(token);
      return token;
    };
  }
  const lent = async (service: string, hint: string, request: HttpRequest) => {
    const answer = await askJson(run, service, hint, request);
    const value = textAt(service, answer, "access_token");
    mask(value);
    return { value, expires: endOf(run, memberAt(answer, "expires_in")) };
  };
  const hasFile = Boolean(environment["GOOGLE_APPLICATION_CREDENTIALS"]);
  if (hasFile || environment["GOOGLE_WORKLOAD_IDENTITY_PROVIDER"]) {
    return renewed(run, async () => {
      const { audience, account, subject } = await (hasFile ? fromFile(run) : fromVariables(run));
      const federated = await lent(
        "Google STS",
        "Check the provider of the workload identity pool: its issuer, allowed audiences and attribute condition.",
        {
          url: under(sts, "v1/token"),
          ...posted({
            audience,
            grantType: "urn:ietf:params:oauth:grant-type:token-exchange",
            requestedTokenType: "urn:ietf:params:oauth:token-type:access_token",
            scope: SCOPE,
            subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
            subjectToken: subject,
          }),
        },
      );
      if (account === undefined) return federated;
      const service = "Google IAM";
      const answer = await askJson(
        run,
        service,
        `Check that ${account} exists and that the pool's identity has roles/iam.workloadIdentityUser on it.`,
        {
          url: under(credentials, `v1/projects/-/serviceAccounts/${account}:generateAccessToken`),
          headers: { authorization: `Bearer ${federated.value}` },
          ...posted({ scope: [SCOPE], lifetime: "600s" }),
        },
      );
      const value = textAt(service, answer, "accessToken");
      mask(value);
      return { value, expires: Date.parse(textAt(service, answer, "expireTime")) || 0 };
    });
  }
  if (metadata !== undefined) {
    return renewed(run, () =>
      lent("Google's metadata server", "Check that the machine has a service account.", {
        url: under(metadata, "computeMetadata/v1/instance/service-accounts/default/token"),
        headers: { "metadata-flavor": "Google" },
      }),
    );
  }
  throw new UsageError(`\`key\` is in Google Cloud KMS, and nothing says who asks`, {
    hint: "Set GOOGLE_WORKLOAD_IDENTITY_PROVIDER (projects/N/locations/global/workloadIdentityPools/P/providers/X) and GOOGLE_SERVICE_ACCOUNT with `id-token: write`; GOOGLE_APPLICATION_CREDENTIALS with a file of type external_account; CLOUDSDK_AUTH_ACCESS_TOKEN or CLOUDSDK_AUTH_ACCESS_TOKEN_FILE; or GCE_METADATA_HOST=metadata.google.internal. What `gcloud auth login` stored is not read.",
  });
}

interface Federation {
  readonly audience: string;
  /** The service account that is impersonated. */
  readonly account: string | undefined;
  /** The token of the outer identity. */
  readonly subject: string;
}

async function fromVariables(run: KeyServiceRun): Promise<Federation> {
  const { environment } = run;
  const provider = environment["GOOGLE_WORKLOAD_IDENTITY_PROVIDER"];
  const account = environment["GOOGLE_SERVICE_ACCOUNT"] || undefined;
  if (account !== undefined && !/^[\w.-]+@[\w.-]+$/.test(account)) {
    throw new UsageError(
      `GOOGLE_SERVICE_ACCOUNT is "${account.slice(0, 100)}", which is no address`,
    );
  }
  return {
    audience: `//iam.googleapis.com/${provider}`,
    account,
    subject: await ownToken(run, `https://iam.googleapis.com/${provider}`),
  };
}

/** The file of type `external_account` that google-github-actions/auth and `gcloud iam workload-identity-pools create-cred-config` write (AIP-4117). */
async function fromFile(run: KeyServiceRun): Promise<Federation> {
  const variable = "GOOGLE_APPLICATION_CREDENTIALS";
  const problem = (what: string, hint: string) =>
    new UsageError(`The file of ${variable} ${what}`, { hint });
  const said = await readJson(run.environment[variable] ?? "").catch((cause: unknown) => {
    throw new UsageError(`The file of ${variable} can't be read as JSON`, { cause });
  });
  const type = memberAt(said, "type");
  if (type !== "external_account") {
    throw problem(
      `is of type ${String(type)}, and external_account is allowed`,
      "Use workload identity federation (google-github-actions/auth writes such a file), or an access token in CLOUDSDK_AUTH_ACCESS_TOKEN.",
    );
  }
  const impersonation = memberAt(said, "service_account_impersonation_url");
  const account =
    /^https:\/\/iamcredentials\.googleapis\.com\/v1\/projects\/-\/serviceAccounts\/([\w.-]+@[\w.-]+):generateAccessToken$/.exec(
      String(impersonation ?? ""),
    )?.[1];
  if (impersonation !== undefined && account === undefined) {
    throw problem(
      "names another `service_account_impersonation_url` than one of https://iamcredentials.googleapis.com/",
      "Write the file again.",
    );
  }
  const [file, url, field] = [
    memberAt(said, "credential_source", "file"),
    memberAt(said, "credential_source", "url"),
    memberAt(said, "credential_source", "format", "subject_token_field_name"),
  ];
  const audience = textAt(`The file of ${variable}`, said, "audience");
  if (typeof file === "string") {
    const name = `The token's file that ${variable} names`;
    const isJson = typeof field === "string";
    const read = async () => (isJson ? await readJson(file) : await readFile(file, "utf8"));
    const content = await read().catch((cause: unknown) => {
      throw new UsageError(`${name} can't be read${isJson ? " as JSON" : ""}`, { cause });
    });
    const subject = (isJson ? textAt(name, content, field) : String(content)).trim();
    run.mask(subject);
    return { audience, account, subject };
  }
  const asked = typeof url === "string" && URL.canParse(url) ? new URL(url) : undefined;
  const own = run.environment["ACTIONS_ID_TOKEN_REQUEST_URL"];
  if (asked === undefined || !own || asked.origin !== new URL(own).origin) {
    throw problem(
      "takes the token neither from a `file` nor from the `url` where this job's own is asked for",
      "Programs are never run and other addresses never asked: write the token to a file, and `credential_source: { file }`.",
    );
  }
  return {
    audience,
    account,
    subject: await ownToken(run, asked.searchParams.get("audience") ?? `https:${audience}`),
  };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}

async function ownToken(run: KeyServiceRun, audience: string): Promise<string> {
  const requestUrl = run.environment["ACTIONS_ID_TOKEN_REQUEST_URL"];
  return (await identityToken(run, { requestUrl, audience })).token;
}
