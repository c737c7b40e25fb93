import { exclusion, folderOf } from "@assay/inventory";
import { isAside } from "../../aside.ts";
import { type DockerImage, dockerImages } from "../../dockerfile/read.ts";
import { defineRule, type Violation } from "../../rule.ts";
import { isDockerfile } from "../../update-tools/needs.ts";

const DIGEST = /@sha(?:256:[0-9a-f]{64}|512:[0-9a-f]{128})$/i;
/** What a template makes of it is not known. */
const TEMPLATE = /\{\{|\{%|<%|%%|\$\{\{/;
const OTHER = /\.(?:md|sh|j2|jinja2?|tmpl|tpl|template|erb|in|dockerignore)$/i;

/** Rule 42. */
export const dockerBasePinned = defineRule({
  id: "docker.base-pinned",
  title: "An image of a Dockerfile is not pinned by digest",
  description: "A tag can be moved to another image: the same commit then builds something else.",
  help: "Write `name:tag@sha256:<digest>` (`docker buildx imagetools inspect <image>` shows it); update tools renew it.",
  severity: "medium",
  sources: { scorecard: ["Pinned-Dependencies"], ssdf: ["PW.4"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const violations: Violation[] = [];
    let looked = 0;
    for (const path of repository.files) {
      if (!isDockerfile(path) || OTHER.test(path)) continue;
      const isGuess = exclusion(path) !== undefined || isAside(folderOf(path));
      for (const image of dockerImages((await repository.read(path)) ?? "")) {
        looked++;
        if (DIGEST.test(image.image) || TEMPLATE.test(image.text)) continue;
        violations.push({
          path,
          place: {
            ...{ startLine: image.line, startColumn: image.column },
            ...{ endLine: image.line, endColumn: image.column + image.text.length },
          },
          key: `${image.by} ${image.text.replace(/:[^/$}]*$/, "")}`,
          message: messageOf(image),
          ...((isGuess || image.isOpen) && { confidence: "low" }),
        });
      }
    }
    return { violations, looked };
  },
});

function messageOf({ by, image, text, isOpen }: DockerImage): string {
  const which = image === text ? "" : ` (${image.slice(0, 120)})`;
  const why = isOpen ? "an argument without default decides the image" : "it has no digest";
  return `\`${by} ${text.slice(0, 120)}\`${which}: ${why}; \`@sha256:\` is required.`;
}
