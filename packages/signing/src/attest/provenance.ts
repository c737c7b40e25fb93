import { ExternalError, InternalError, PROJECT_URL, UsageError } from "@assay/core";

/*
 * SLSA provenance v1 from the claims of the CI's identity token: what the certificate authority accepted, never what variables of the
 * job say, which any step can set.
 */

type Claims = Readonly<Record<string, unknown>>;

const GITHUB_BUILD = "https://actions.github.io/buildtypes/workflow/v1";
/** docs/provenance.md. */
export const GITLAB_BUILD = `${PROJECT_URL}/buildtypes/gitlab/v1`;

/**
 * @param serverUrl Of a server that the issuer's address does not tell, such as a GitHub Enterprise Server behind a proxy.
 * @throws UsageError without a token of a CI whose claims are known; ExternalError where it lacks some of them.
 */
export function claimedProvenance(
  claims: Claims | undefined,
  serverUrl: string | undefined,
): object {
  if (claims === undefined) {
    throw new UsageError(
      "Provenance says how the CI built the files, and there is no identity token of a CI",
      {
        hint: "Run this in GitHub Actions with `id-token: write` or in GitLab CI with an `id_tokens` entry, or give a predicate of your own with `predicate`.",
      },
    );
  }
  if (typeof claims["job_workflow_ref"] === "string") return ofGithub(claims, serverUrl);
  if (typeof claims["ci_config_ref_uri"] === "string") return ofGitlab(claims);
  throw new UsageError(
    `The identity token of ${String(claims["iss"])} says nothing about a build`,
    { hint: "Tokens of GitHub Actions and GitLab CI do. Give a predicate with `predicate`." },
  );
}

/** As GitHub's own generator writes it (the build type's description; signing facts: actions/attest). */
function ofGithub(claims: Claims, serverUrl: string | undefined): object {
  const of = reader(claims);
  const server = githubServer(of("iss"), serverUrl);
  const repository = `${server}/${of("repository")}`;
  const ref = of("ref");
  return {
    buildDefinition: {
      buildType: GITHUB_BUILD,
      externalParameters: {
        workflow: { ref, repository, path: workflowPath(of("workflow_ref"), of("repository")) },
      },
      internalParameters: {
        github: {
          event_name: of("event_name"),
          repository_id: of("repository_id"),
          repository_owner_id: of("repository_owner_id"),
          runner_environment: of("runner_environment"),
        },
      },
      resolvedDependencies: [{ uri: `git+${repository}@${ref}`, digest: { gitCommit: of("sha") } }],
    },
    runDetails: {
      builder: { id: `${server}/${of("job_workflow_ref")}` },
      metadata: {
        invocationId: `${repository}/actions/runs/${of("run_id")}/attempts/${of("run_attempt")}`,
      },
    },
  };
}

/** Path and ref may both hold an `@`: the repository is in front, and what is called a ref begins behind the last `@refs/`. */
function workflowPath(workflowRef: string, repository: string): string {
  const path = workflowRef.slice(repository.length + 1);
  const end = path.lastIndexOf("@refs/");
  if (!workflowRef.startsWith(`${repository}/`) || end <= 0) {
    throw new ExternalError(
      `The token names the workflow ${workflowRef}, which is none of ${repository}`,
    );
  }
  return path.slice(0, end);
}

function githubServer(issuer: string, serverUrl: string | undefined): string {
  const host = URL.canParse(issuer) ? new URL(issuer).host : "";
  if (host === "token.actions.githubusercontent.com") return "https://github.com";
  const tenant = /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(host)?.[1];
  if (tenant !== undefined) return `https://${tenant}`;
  // Enterprise Server; the certificate's name says whether it is right.
  return (serverUrl ?? new URL(issuer).origin).replace(/\/+$/, "");
}

function ofGitlab(claims: Claims): object {
  const of = reader(claims);
  const server = new URL(of("iss")).origin;
  const project = `${server}/${of("project_path")}`;
  const ref = of("ref");
  const parameter = (name: string) => ({ [name]: of(name) });
  return {
    buildDefinition: {
      buildType: GITLAB_BUILD,
      externalParameters: {
        source: project,
        ...parameter("ref"),
        ...parameter("ref_type"),
        configuration: of("ci_config_ref_uri"),
      },
      internalParameters: {
        gitlab: Object.assign(
          {},
          ...[
            ...["project_id", "namespace_id", "pipeline_id", "pipeline_source"],
            ...["job_id", "runner_id", "runner_environment"],
          ].map(parameter),
        ),
      },
      resolvedDependencies: [
        { uri: `git+${project}@${ref}`, digest: { gitCommit: of("sha") } },
        { uri: `https://${of("ci_config_ref_uri")}`, digest: { gitCommit: of("ci_config_sha") } },
      ],
    },
    runDetails: {
      builder: { id: `https://${of("ci_config_ref_uri")}` },
      metadata: { invocationId: `${project}/-/jobs/${of("job_id")}` },
    },
  };
}

/** Numbers are written as text: GitLab's runner id is one, GitHub's ids are not. */
function reader(claims: Claims): (name: string) => string {
  return (name) => {
    const value = claims[name];
    if (typeof value === "number" || (typeof value === "string" && value !== ""))
      return String(value);
    throw new ExternalError(`The identity token lacks \`${name}\`, which provenance is made from`, {
      hint: "Give a predicate with `predicate`, or update the server that hands out the tokens.",
    });
  };
}

/** What a certificate says of the run that it was issued to; what it leaves out is not compared. */
export interface CertifiedBuild {
  readonly subject: string;
  readonly repository?: string;
  readonly ref?: string;
  readonly sha?: string;
  readonly run?: string;
}

/**
 * The certificate was issued for the same claims: what it says of the builder and what provenance says is one.
 *
 * @throws InternalError
 */
export function requireSameBuild(provenance: string, said: CertifiedBuild): void {
  const { buildDefinition, runDetails } = JSON.parse(provenance);
  const [source] = buildDefinition.resolvedDependencies;
  const { subject, repository, ref, sha, run } = said;
  const origin = repository && ref && `git+${repository}@${ref}`;
  const { invocationId } = runDetails.metadata;
  for (const [name, certified, ours] of [
    ["builder", subject, runDetails.builder.id],
    ["commit", sha, source.digest.gitCommit],
    ["source", origin, source.uri],
    ["run", run, invocationId],
  ] as const) {
    if (certified === undefined || certified === "" || certified === ours) continue;
    throw new InternalError(
      `The certificate and the provenance differ: its ${name} is ${certified}, not ${ours}`,
    );
  }
}

/** For people, where a key signs in place of the CI's identity. */
export const UNCONFIRMED =
  "What it says of the build comes from a token of the CI that no certificate confirms.";
