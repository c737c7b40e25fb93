import { isRecord, UsageError, type Workspace, yamlText } from "@assay/core";
import { writeInside } from "../../write/write-files.ts";
import { type LedgerEntry, ledgerKey, MAX_LEDGER_BYTES } from "./ledger.ts";

/** What `assay ack` is told. */
export type NewEntry = Omit<LedgerEntry, "line" | "fixed">;

const HEAD = `# Who answers for which finding, and since when. \`assay ack <id>\` adds an entry, \`assay ack <id> --fixed\` closes one.
`;

/**
 * Adds an entry to a ledger, or makes the ledger. Everything that is in it stays as it is, comments and order too; the file is
 * replaced in one step, and only by one that reads as the old one with the new entry.
 *
 * @throws UsageError where the ledger is faulty, the entry is, or it is there already: nothing is written then.
 */
export async function addToLedger(
  workspace: Workspace,
  path: string,
  entry: NewEntry,
): Promise<void> {
  await edit(workspace, path, (text, old) => {
    const same = old.find(
      (each) => each.fixed === undefined && ledgerKey(each) === ledgerKey(entry),
    );
    if (same !== undefined) {
      throw new UsageError(
        `\`${same.id}\` is acknowledged in ${path}:${same.line} already, by ${same.owner} on ${same.date}`,
        { hint: "Change that entry, or give `--package` where this is about another package." },
      );
    }
    const { id, package: about, owner, date, ticket, note } = entry;
    const fields = Object.entries({ id, package: about, owner, date, ticket, note });
    const given = fields.flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${yamlText(value)}`],
    );
    const indent = /^( *)- /m.exec(text)?.[1] ?? "";
    const lines = given.map((field, index) => `${indent}${index === 0 ? "- " : "  "}${field}`);
    const start = old.length === 0 ? text.replace(/^\[\s*\]\s*$/m, "") || HEAD : text;
    const gap = start.endsWith("\n") ? "" : "\n";
    return { text: `${start}${gap}${lines.join("\n")}\n`, entries: [...old, entry] };
  });
}

/**
 * Says in an entry when its finding was fixed.
 *
 * @param about the id, and the package where several entries have that id
 * @param fixed an instant
 * @throws UsageError where no or more than one open entry is meant, or the ledger is faulty.
 */
export async function closeInLedger(
  workspace: Workspace,
  path: string,
  about: Pick<NewEntry, "id" | "package">,
  fixed: string,
): Promise<void> {
  const { parseYaml } = await import("../../config/yaml-document.ts");
  await edit(workspace, path, (text, old) => {
    const meant = old.filter(
      (entry) =>
        entry.fixed === undefined &&
        (about.package === undefined
          ? entry.id.toLowerCase() === about.id.toLowerCase()
          : ledgerKey(entry) === ledgerKey(about)),
    );
    const [entry] = meant;
    if (entry === undefined || meant.length > 1) {
      const found = meant.map(({ line, package: name }) => `line ${line}: ${name ?? "no package"}`);
      throw new UsageError(
        entry === undefined
          ? `${path} has no open entry for \`${about.id.slice(0, 200)}\``
          : `${path} has ${meant.length} open entries for \`${entry.id}\``,
        {
          problems: found,
          hint: "Give the id as it stands there, and `--package` as it stands there.",
        },
      );
    }
    const { startLine = 1, startColumn = 1 } = parseYaml(path, text).place([
      old.indexOf(entry),
      "date",
    ]);
    const lines = text.split("\n");
    lines.splice(startLine, 0, `${" ".repeat(startColumn - 1)}fixed: ${yamlText(fixed)}`);
    return {
      text: lines.join("\n"),
      entries: old.map((each) => (each === entry ? { ...each, fixed } : each)),
    };
  });
}

interface Edited {
  readonly text: string;
  readonly entries: readonly (NewEntry & { readonly fixed?: string })[];
}

async function edit(
  workspace: Workspace,
  path: string,
  change: (text: string, entries: readonly LedgerEntry[]) => Edited,
): Promise<void> {
  const { parseLedger } = await import("./parse.ts");
  const read = async () => {
    const bytes = await workspace.readIfPresent(path, MAX_LEDGER_BYTES);
    return bytes === undefined ? "" : Buffer.from(bytes).toString("utf8");
  };
  const before = await read();
  const isWindows = before.includes("\r\n");
  // Lines are put in with the line breaks that the file has.
  const plain = isWindows ? before.replaceAll("\r\n", "\n") : before;
  const edited = change(plain, parseLedger(before, path).entries);
  const after = isWindows ? edited.text.replaceAll("\n", "\r\n") : edited.text;
  const reads = canonical(parseLedger(after, path).entries) === canonical(edited.entries);
  if (!reads || Buffer.byteLength(after) > MAX_LEDGER_BYTES) {
    throw new UsageError(`${path} is written in a way that an entry can't be put into`, {
      hint: "Write the entries as a list of `- id: …` with a line for each key, in less than 2 MiB.",
    });
  }
  if ((await read()) !== before) {
    throw new UsageError(`${path} was changed meanwhile`, { hint: "Run the command again." });
  }
  await writeInside(workspace.root, path, after, true);
}

/** Entries without their lines, and their keys in one order. */
function canonical(entries: readonly object[]): string {
  return JSON.stringify(entries, (_, value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([key]) => key !== "line")
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
}
