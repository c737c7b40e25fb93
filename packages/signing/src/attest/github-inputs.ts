import type { Permission } from "@assay/core";

export const ATTESTATIONS_WRITE = {
  scope: "attestations",
  level: "write",
  reason: "to upload attestations to GitHub",
  when: "github-attestation",
} as const satisfies Permission;

type Environment = Readonly<Record<string, string | undefined>>;

export function apiUrlOf(environment: Environment): string {
  return environment["GITHUB_API_URL"] || "https://api.github.com";
}
