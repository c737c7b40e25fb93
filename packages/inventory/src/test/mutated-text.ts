import fc from "fast-check";

/** What happens to a file: a part is cut off, dropped, doubled or put in, or a line is dropped or doubled. */
export type TextChange =
  | { readonly kind: "cut" | "drop" | "double"; readonly at: number; readonly length: number }
  | { readonly kind: "insert"; readonly at: number; readonly text: string }
  | { readonly kind: "dropLine" | "doubleLine"; readonly at: number };

/** One to four changes; `tokens` are texts that mean something in the format. */
export function textChanges(tokens: readonly string[]): fc.Arbitrary<readonly TextChange[]> {
  const change = fc.oneof(
    fc.record({
      kind: fc.constantFrom("cut" as const, "drop" as const, "double" as const),
      at: fc.nat(),
      length: fc.nat({ max: 80 }),
    }),
    fc.record({
      kind: fc.constant("insert" as const),
      at: fc.nat(),
      text: fc.constantFrom(...tokens),
    }),
    fc.record({
      kind: fc.constantFrom("dropLine" as const, "doubleLine" as const),
      at: fc.nat(),
    }),
  );
  return fc.array(change, { minLength: 1, maxLength: 4 });
}

export function changedText(text: string, changes: readonly TextChange[]): string {
  return changes.reduce(applied, text);
}

function applied(text: string, change: TextChange): string {
  const at = change.at % (text.length + 1);
  switch (change.kind) {
    case "insert":
      return text.slice(0, at) + change.text + text.slice(at);
    case "cut":
      return text.slice(0, at);
    case "drop":
      return text.slice(0, at) + text.slice(at + change.length);
    case "double":
      return text.slice(0, at + change.length) + text.slice(at);
    default: {
      const lines = text.split("\n");
      const line = change.at % lines.length;
      const kept = change.kind === "dropLine" ? [] : [lines[line] ?? "", lines[line] ?? ""];
      return lines.toSpliced(line, 1, ...kept).join("\n");
    }
  }
}
