/** The commands that `sign` prints for whoever verifies: run as they are, by a shell. */
import assert from "node:assert/strict";
import { peer } from "../peers.ts";
import type { InteropCase } from "../suite.ts";
import {
  ASSAY,
  assay,
  config,
  cosignKey,
  emailToken,
  must,
  mustNot,
  run,
  write,
} from "./session.ts";

interface Printed {
  readonly tool: "assay" | "cosign";
  readonly command: string;
}

/** Signs, and gives the commands that the report names. */
async function printedBy(
  act: "attest" | "sign",
  args: readonly string[],
  environment: Record<string, string>,
): Promise<readonly Printed[]> {
  const signed = await assay([act, "--quiet", "--format", "json", ...args], environment);
  must(signed);
  const json = signed.output.slice(signed.output.indexOf("\n{") + 1);
  const commands: readonly Printed[] = JSON.parse(json).acts[0].verifyWith;
  assert.deepEqual(
    commands.map(({ tool }) => tool),
    ["assay", "cosign"],
  );
  return commands;
}

const BINARIES = {
  assay: () => `'${process.execPath}' '${ASSAY}'`,
  cosign: () => `'${peer("cosign")}'`,
} as const;

const inShell = ({ tool, command }: Printed) =>
  run("sh", ["-c", command.replace(tool, BINARIES[tool]())]);

export async function checkPrinted(
  file: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  act: "attest" | "sign" = "sign",
): Promise<void> {
  write(file, "content");
  const commands = await printedBy(act, [...args, "--", file], environment);
  for (const command of commands) must(await inShell(command));
  write(file, "tampered");
  for (const command of commands) mustNot(await inShell(command));
}

export const printedCases: readonly InteropCase[] = [
  {
    name: "the printed commands verify what an identity signed, by names that a shell must not read",
    async run() {
      const token = { SIGSTORE_ID_TOKEN: emailToken() };
      for (const file of ["plain.txt", "it's a $(touch x) `file` -;&.txt", "-dash.txt"]) {
        await checkPrinted(file, config("signing"), token);
      }
    },
  },
  {
    name: "the printed commands verify what a key signed, with a log and without",
    async run() {
      await cosignKey("printed");
      for (const services of ["log-only", "nothing"]) {
        await checkPrinted(`${services}.printed`, ["--key", "printed.key", ...config(services)]);
      }
    },
  },
];
