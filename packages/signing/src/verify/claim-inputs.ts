const claim = (name: string, description: string) =>
  ({ type: "string", configKey: `verify.certificate-${name}`, description }) as const;

/** What the extensions of a certificate must say. */
export const CLAIM_INPUTS = {
  "certificate-repository": claim(
    "repository",
    "The repository whose workflow run got the certificate: `owner/name`, or its URL.",
  ),
  "certificate-ref": claim(
    "ref",
    "The ref of that run, such as `refs/heads/main` or `refs/tags/{tag}`.",
  ),
  "certificate-sha": claim("sha", "The commit of that run."),
  "certificate-workflow": claim(
    "workflow",
    "The workflow that was started, such as `.github/workflows/release.yml`; the identity names the one that is called last.",
  ),
  "certificate-trigger": claim("trigger", "The event that started the run, such as `push`."),
  "certificate-runner": claim("runner", "`github-hosted` or `self-hosted`."),
  "certificate-builder": claim(
    "builder",
    "The URL of the workflow that signed, with or without `@` and its ref.",
  ),
  "certificate-token-subject": claim(
    "token-subject",
    "The `sub` of the CI's token; GitHub's new form with ids is taken for the old one.",
  ),
} as const;
