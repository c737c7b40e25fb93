import type { ActResult, CommandContext } from "@assay/core";
import { type OpenedImage, openImage, type RegistryOptions, StoreError } from "@assay/oci";
import { failureOf } from "./failures.ts";
import type { FoundImage } from "./subjects.ts";

export interface ImageOutcome {
  readonly result: ActResult;
  readonly digest: string | undefined;
}

const PARTICIPLES = { sign: "signed", attest: "attested", verify: "verified" } as const;

/**
 * Opens an image, works on it, and closes it. A store that can't answer is a failure with the code of its cause.
 *
 * @throws UsageError for a reference that is none, and where there is no such image.
 */
export async function withImage(
  context: CommandContext,
  text: string,
  options: RegistryOptions,
  act: keyof typeof PARTICIPLES,
  work: (image: FoundImage) => Promise<ActResult>,
): Promise<ImageOutcome> {
  let opened: OpenedImage | undefined;
  try {
    opened = await openImage(context, text, options);
    const { store, root, reference, tag } = opened;
    const isTag = store.kind === "registry" && !text.includes("@");
    const result = await work({ store, root, reference, ...(isTag ? { tag } : {}) });
    return { result, digest: root.descriptor.digest };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const failures = [failureOf(text, error, PARTICIPLES[act])];
    const coverage = {
      inspected: { manifests: 0 },
      skipped: [],
      summary: `The image was not ${PARTICIPLES[act]}`,
    };
    return { result: { act, records: [], failures, coverage }, digest: undefined };
  } finally {
    await opened?.store.close();
  }
}

/** What signing and attesting put out alike. */
export function madeIn({ result: { records, failures }, digest }: ImageOutcome) {
  const made = records.filter(({ act }) => act === "signed").length;
  return {
    made,
    /** Of each record, one a line. */
    places: records.map(({ destination }) => destination ?? "").join("\n"),
    outputs: {
      ...(digest === undefined ? {} : { digest }),
      "kept-count": records.length - made,
      "failed-count": failures.length,
      records: JSON.stringify(records),
    },
  };
}
