import type { ImageHistory } from "@assay/oci";
import { describe, expect, it } from "vitest";
import { componentBroughtBy } from "./attribution.ts";
import { type BaseClaim, findBaseImage } from "./base-image.ts";
import { layersByHistory } from "./history.ts";

const layer = (createdBy: string): ImageHistory => ({ createdBy, emptyLayer: false });
const setting = (createdBy: string): ImageHistory => ({ createdBy, emptyLayer: true });

// Two layers of a base, two of the image; as Docker's older builder and BuildKit write them.
const HISTORY = [
  layer("/bin/sh -c #(nop) ADD file:aa in / "),
  setting('/bin/sh -c #(nop)  CMD ["bash"]'),
  layer("RUN /bin/sh -c apt-get update # buildkit"),
  setting('ENTRYPOINT ["python3"]'),
  layer("COPY . /app # buildkit"),
  layer("RUN /bin/sh -c make # buildkit"),
  setting('CMD ["/app/run"]'),
];
const IMAGE = {
  diffIds: ["sha256:a", "sha256:b", "sha256:c", "sha256:d"],
  history: HISTORY,
  labels: {},
};
const annotations = {
  "org.opencontainers.image.base.name": "docker.io/library/python:3.12",
  "org.opencontainers.image.base.digest": "sha256:base",
};
const NAMED = { name: "docker.io/library/python:3.12", digest: "sha256:base" };

describe("findBaseImage", () => {
  it("believes annotations whose image has the first layers", async () => {
    const asked: BaseClaim[] = [];
    const found = await findBaseImage(IMAGE, {
      annotations,
      diffIdsOf: async (claim) => {
        asked.push(claim);
        return ["sha256:a", "sha256:b"];
      },
    });
    expect(asked).toEqual([{ method: "annotations", ...NAMED }]);
    expect(found).toEqual({
      base: {
        method: "annotations",
        ...NAMED,
        confidence: "proven",
        layers: { count: 2, by: "layers" },
      },
      notices: [],
    });
  });

  it("says that nobody compared, and takes the number of layers from the history", async () => {
    expect(await findBaseImage(IMAGE, { annotations })).toEqual({
      base: {
        method: "annotations",
        ...NAMED,
        confidence: "claimed",
        layers: { count: 2, by: "history" },
      },
      notices: [],
    });
  });

  it("does not believe annotations of an image with other layers, nor with none", async () => {
    const notice =
      "The base image docker.io/library/python:3.12@sha256:base that the annotations name is none: its layers are not the first ones of the image.";
    for (const diffIds of [["sha256:a", "sha256:x"], [], [...IMAGE.diffIds, "sha256:e"]])
      expect(
        await findBaseImage(
          { ...IMAGE, history: [] },
          { annotations, diffIdsOf: async () => diffIds },
        ),
      ).toEqual({ notices: [notice] });
  });

  it("takes a label only where the layers agree", async () => {
    const labelled = { ...IMAGE, history: [], labels: annotations };
    expect(await findBaseImage(labelled, {})).toEqual({
      notices: [
        "The base image docker.io/library/python:3.12@sha256:base that a label names is not taken: labels are inherited, and its layers were not compared.",
      ],
    });
    const proven = await findBaseImage(labelled, { diffIdsOf: async () => ["sha256:a"] });
    expect(proven.base).toEqual({
      method: "labels",
      ...NAMED,
      confidence: "proven",
      layers: { count: 1, by: "layers" },
    });
  });

  it("asks for what provenance names before what annotations do", async () => {
    const found = await findBaseImage(
      { ...IMAGE, history: [] },
      { claims: [{ method: "provenance", digest: "sha256:p" }], annotations },
    );
    expect(found.base).toEqual({ method: "provenance", digest: "sha256:p", confidence: "claimed" });
  });

  it("takes the image of provenance whose layers agree: the others are those of other stages", async () => {
    const claims = [
      { method: "provenance", name: "golang:1.22", digest: "sha256:go" },
      { method: "provenance", name: "debian:12", digest: "sha256:p" },
    ] as const;
    const image = { ...IMAGE, history: [] };
    const diffIdsOf = async ({ digest }: BaseClaim) =>
      digest === "sha256:p" ? ["sha256:a"] : ["sha256:x"];
    expect(await findBaseImage(image, { claims, diffIdsOf })).toEqual({
      base: { ...claims[1], confidence: "proven", layers: { count: 1, by: "layers" } },
      notices: [],
    });
    // Nobody can say which of them it is.
    expect(await findBaseImage(image, { claims })).toEqual({ notices: [] });
  });

  it("guesses by the history, and says so", async () => {
    expect(await findBaseImage(IMAGE, {})).toEqual({
      base: { method: "history", confidence: "guessed", layers: { count: 2, by: "history" } },
      notices: [],
    });
  });

  it("takes the base that the user gives, and refuses one that is none", async () => {
    const given = { method: "given", name: "debian:12", diffIds: ["sha256:a"] } as const;
    expect((await findBaseImage(IMAGE, { given })).base).toEqual({
      method: "given",
      name: "debian:12",
      confidence: "proven",
      layers: { count: 1, by: "layers" },
    });
    await expect(findBaseImage(IMAGE, { given: { ...given, diffIds: [] } })).rejects.toThrow(
      "The base image debian:12 has no layers for the platform of this image",
    );
    await expect(
      findBaseImage(IMAGE, { given: { ...given, diffIds: ["sha256:a", "sha256:x"] } }),
    ).rejects.toThrow(
      "The base image debian:12 is none of this image: layer 2 of its 2 is sha256:x, and that of the image sha256:b",
    );
  });
});

describe("layersByHistory", () => {
  it("counts no settings as layers, and takes the last command before the image's own layers", () => {
    expect(layersByHistory(HISTORY, 4)).toBe(2);
    expect(layersByHistory(HISTORY.slice(0, 5), 3)).toBe(2);
  });

  it("says nothing where the numbers differ, or no command ends a base", () => {
    expect(layersByHistory(HISTORY, 5)).toBeUndefined();
    expect(layersByHistory(HISTORY.slice(0, 2), 1)).toBeUndefined();
    expect(layersByHistory([setting("CMD x"), layer("COPY a")], 1)).toBeUndefined();
    expect(layersByHistory([], 0)).toBeUndefined();
  });
});

describe("componentBroughtBy", () => {
  const at = (...since: number[]) => ({
    places: since.map((each) => ({
      path: "a",
      layer: 3,
      since: each,
      evidence: "installed" as const,
    })),
  });

  it("goes by the layer since which something is there", () => {
    expect(componentBroughtBy(at(1), 2)).toBe("base");
    expect(componentBroughtBy(at(2), 2)).toBe("this");
    expect(componentBroughtBy(at(3, 0), 2)).toBe("base");
    expect(componentBroughtBy(at(1), undefined)).toBeUndefined();
  });
});
