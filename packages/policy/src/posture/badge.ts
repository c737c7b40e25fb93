import type { Artifact } from "@assay/core";
import type { Share } from "./table.ts";

/** The endpoint file of a badge (https://shields.io/badges/endpoint-badge), to be served from anywhere. */
export function badge({ met, of }: Share): Artifact {
  const share = of === 0 ? 1 : met / of;
  const color = share === 1 ? "brightgreen" : share >= 0.8 ? "yellow" : "red";
  const text = { schemaVersion: 1, label: "assay policy", message: `${met}/${of}`, color };
  return {
    name: "policy-badge.json",
    mediaType: "application/json",
    bytes: new TextEncoder().encode(`${JSON.stringify(text)}\n`),
  };
}
