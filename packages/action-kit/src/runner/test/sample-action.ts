const here = (path: string) => new URL(path, import.meta.url).href;

/** The entry of an action whose `mode` says how it ends. It runs from source, so that its tests need no build. */
export const SAMPLE_MAIN = `
import { ACTION_INPUTS, COMMON_INPUTS, COMMON_OUTPUTS, fingerprint, UsageError } from ${JSON.stringify(import.meta.resolve("@assay/core"))};
import { runAction } from ${JSON.stringify(here("../run-action.ts"))};

const rule = { id: "sample.bad", title: "Bad", description: "Bad.", help: "Fix it.", severity: "high" };
const finding = (line) => ({
  ruleId: rule.id, severity: "high", message: "Bad thing " + line, location: { path: "a.txt", startLine: line },
  fingerprint: fingerprint(rule.id, String(line)),
});
const part = {
  name: "part", label: "Part", title: "A part", description: "A part.",
  inputs: {
    ...COMMON_INPUTS, ...ACTION_INPUTS,
    key: { type: "string", configKey: "sign.key", description: "A key." },
    password: { type: "string", secret: true, environment: "SAMPLE_PART_KEY", description: "Its password." },
  },
  outputs: COMMON_OUTPUTS, permissions: [], rules: {},
  run: async () => ({ results: [], outputs: {} }),
};
await runAction({
  name: "sample", label: "Sample", title: "Take a sample", description: "A sample.",
  inputs: {
    ...COMMON_INPUTS, ...ACTION_INPUTS,
    mode: { type: "choice", choices: ["pass", "fail", "usage", "defect", "stray", "hang", "cancel", "stuck", "parts", "change"], default: "pass", description: "How it ends." },
    key: { type: "string", secret: true, description: "A key." },
    count: { type: "integer", minimum: 1, maximum: 50, default: 1, description: "How many." },
  },
  outputs: { ...COMMON_OUTPUTS, extra: { description: "More." } },
  permissions: [{ scope: "id-token", level: "write", reason: "to sign", when: "key" }],
  rules: { [rule.id]: rule },
  parts: async ({ mode }) => mode === "parts" ? [part] : [],
  run: async (context, { mode, key, count }) => {
    context.logger.info("::set-output name=outcome::hacked");
    if (key !== undefined) context.logger.info("the key is " + key);
    if (mode === "usage") throw new UsageError("The thing is wrong", { hint: "Fix the thing." });
    if (mode === "defect") throw new TypeError("boom");
    if (mode === "stray") { setTimeout(() => { throw new Error("stray"); }); await new Promise(() => {}); }
    if (mode === "stuck") await new Promise(() => {});
    if (mode === "cancel") {
      setInterval(() => {}, 1000);
      process.kill(process.pid, "SIGTERM");
      await new Promise((_, reject) => context.signal.addEventListener("abort", () => reject(new Error("aborted"))));
    }
    if (mode === "hang") setInterval(() => {}, 1000);
    const findings = mode === "fail" ? Array.from({ length: count }, (_, i) => finding(i + 1)) : [];
    const scope = mode === "change" ? "change" : "all";
    const coverage = { inspected: { files: 1 }, skipped: [], summary: "One file", scope };
    return { results: [{ check: "sample", title: "Sample", findings, artifacts: [], coverage }], outputs: { extra: 5 } };
  },
});
`;
