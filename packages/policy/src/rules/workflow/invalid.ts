import type { Span, YamlNode } from "@assay/core/yaml";
import { valueAt } from "@assay/core/yaml";
import { defineRule, type Violation } from "../../rule.ts";
import type { LocalAction, Workflow } from "../../workflow/model.ts";
import { scalarsIn, templateSpan, templatesOf } from "../../workflow/templates.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** A file that GitHub refuses runs nothing, and what it would do was not judged. */
export const invalid = defineRule({
  id: "workflow.invalid",
  title: "A workflow or action that can't be read",
  description: "GitHub refuses the file, so nothing in it runs, and it can't be judged.",
  help: "Correct the YAML or the template.",
  severity: "high",
  sources: {},
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { workflows, actions } = await workflowsOf(repository);
    const files = [...workflows, ...actions];
    return {
      looked: files.length,
      violations: files.flatMap((file): readonly Violation[] => {
        const { path, problems } = file;
        const [problem] = problems;
        if (problem !== undefined) {
          const place = { startLine: problem.line, startColumn: problem.column };
          const message = `The file can't be read: ${problem.message}.`;
          return [{ path, place, key: "invalid", message }];
        }
        return refused(file).map(([span, what]) => ({
          ...{ path, place: placeIn(file, { span }), key: `refused ${what}` },
          message: `GitHub refuses the file: ${what}.`,
        }));
      }),
    };
  },
});

/** What is right for YAML and not for GitHub: merge keys, and templates that don't parse. The first of each. */
function refused(file: Workflow | LocalAction): readonly (readonly [Span, string])[] {
  const merge = mergeKey(file.document.root, file.text);
  const parts = ["jobs", "env", "runs"].map((key) => valueAt(file.document.root, key));
  for (const node of parts.flatMap(scalarsIn)) {
    const broken = templatesOf(node).find(({ problem }) => problem !== undefined);
    if (broken === undefined) continue;
    const template = `a template can't be read: ${broken.problem}`;
    return [...merge, [templateSpan(file, node, broken.start), template]];
  }
  return merge;
}

function mergeKey(root: YamlNode | undefined, text: string): readonly (readonly [Span, string])[] {
  if (!/<<["']?\s*:/.test(text)) return [];
  const seen = new Set<YamlNode>();
  const find = (node: YamlNode | undefined): Span | undefined => {
    if (node === undefined || node.kind === "scalar" || seen.has(node)) return undefined;
    seen.add(node);
    if (node.kind === "list") return first(node.items);
    const key = node.entries.find((entry) => entry.key.text === "<<")?.key;
    return key?.span ?? first(node.entries.map(({ value }) => value));
  };
  const first = (nodes: readonly YamlNode[]): Span | undefined => {
    for (const node of nodes) {
      const span = find(node);
      if (span !== undefined) return span;
    }
    return undefined;
  };
  const span = find(root);
  return span === undefined ? [] : [[span, "merge keys (`<<`) are not supported"]];
}
