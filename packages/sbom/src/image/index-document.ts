import { plural, VERSION } from "@assay/core";
import type { ExternalReference, SbomDocument } from "../model.ts";
import { type ImageSubject, imageComponent } from "./subject.ts";

/** An image of one platform, and the document that says what is in it. */
export interface IndexPart {
  readonly subject: ImageSubject;
  /** In the format of the index's own document. */
  readonly document: {
    readonly name: string;
    /** Lower-case hex. */
    readonly sha256: string;
    /** https://cyclonedx.org/capabilities/bomlink/; absent where the format has none. */
    readonly link?: string | undefined;
    readonly created: string;
  };
}

/**
 * The bill of materials of an image of several platforms: a component an image, by its digest, with a reference to the document that
 * lists what is in it. Packages stand in those documents only: what one platform holds is not said of another.
 */
export function indexDocument(
  subject: ImageSubject,
  parts: readonly IndexPart[],
  created: string,
): SbomDocument {
  const whole = imageComponent(subject);
  const images = parts
    .map((part) => ({ part, component: imageComponent(part.subject) }))
    .sort((a, b) => (a.component.ref < b.component.ref ? -1 : 1));
  return {
    subject: { ...whole, dependencies: "complete" },
    components: images.map(({ part, component }) => ({
      ...component,
      references: [referenceTo(part.document), ...component.references],
      // What it holds is said elsewhere.
      dependencies: "unknown",
    })),
    edges: images.map(({ component }) => ({
      from: whole.ref,
      to: component.ref,
      kind: "runtime" as const,
    })),
    completeness: "incomplete",
    annotations: [
      {
        ref: whole.ref,
        text: `${plural(parts.length, "image")}: what each holds is listed in a document of its own.`,
      },
      ...images.map(({ part, component }) => ({
        ref: component.ref,
        text: `Its bill of materials is ${part.document.name}, SHA-256 ${part.document.sha256}.`,
      })),
    ],
    created,
    lifecycles: ["post-build"],
    tools: [{ name: "assay", version: VERSION }],
    authors: [],
    licenses: [],
    properties: [["cdx:reproducible", "true"]],
    identity: ["image index", subject.repository ?? subject.name, subject.digest ?? ""].join("\n"),
  };
}

function referenceTo({ name, sha256, link }: IndexPart["document"]): ExternalReference {
  return {
    type: "bom",
    url: link ?? name,
    ...(link !== undefined && { comment: name }),
    hashes: [{ algorithm: "SHA-256", value: sha256 }],
  };
}
