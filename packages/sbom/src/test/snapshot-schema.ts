const text = { type: "string" };
const metadata = {
  type: "object",
  maxProperties: 8,
  additionalProperties: { type: ["string", "number", "boolean", "null"] },
};
const strict = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

/** What GitHub documents of the body of `POST /repos/{owner}/{repo}/dependency-graph/snapshots`, in its REST description. */
export const SNAPSHOT_SCHEMA = strict(
  {
    version: { type: "integer" },
    job: strict({ id: text, correlator: text, html_url: text }, ["id", "correlator"]),
    sha: { type: "string", minLength: 40, maxLength: 64 },
    ref: { type: "string", pattern: "^refs/" },
    detector: strict({ name: text, version: text, url: text }, ["name", "version", "url"]),
    metadata,
    scanned: { type: "string", format: "date-time" },
    manifests: {
      type: "object",
      additionalProperties: strict(
        {
          name: text,
          file: strict({ source_location: text }),
          metadata,
          resolved: {
            type: "object",
            additionalProperties: strict({
              package_url: { type: "string", pattern: "^pkg" },
              metadata,
              relationship: { enum: ["direct", "indirect"] },
              scope: { enum: ["runtime", "development"] },
              dependencies: { type: "array", items: text },
            }),
          },
        },
        ["name"],
      ),
    },
  },
  ["detector", "version", "ref", "sha", "job", "scanned"],
);
