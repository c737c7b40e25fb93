import type { ResultTable, Severity } from "@assay/core";
import { compareSeverity, groupBy } from "@assay/core";
import { isGuess } from "../findings.ts";
import { type Judged, type RuleState, stateOf } from "../judge.ts";
import type { Preset } from "../presets.ts";
import type { Found } from "../suppressions/apply.ts";

const WORDS: Readonly<Record<RuleState, string>> = {
  broken: "not met",
  unknown: "not evaluated",
  kept: "met",
  nothing: "not applicable",
};
const ORDER: readonly RuleState[] = ["broken", "unknown", "kept", "nothing"];

/** How many rules are met, of those that apply and could be evaluated. */
export interface Share {
  readonly met: number;
  readonly of: number;
  readonly unknown: number;
}

export interface RulePosture extends Judged {
  readonly state: RuleState;
  readonly open: number;
  /** The worst of what is open, else that of the rule. */
  readonly severity: Severity;
}

/**
 * The state of each rule, what is not met first, then by severity.
 *
 * @param isAccepted What the config file accepts counts as met, like what a comment accepts.
 */
export function postureOf(
  judged: readonly Judged[],
  found: readonly Found[],
  isAccepted: (each: Found) => boolean = () => false,
): readonly RulePosture[] {
  const isOpen = (each: Found) => each.suppression === undefined && !isAccepted(each);
  const isSure = ({ rule, violation }: Found) => !isGuess(rule, violation);
  const openOf = (id: string) =>
    found.filter((each) => each.rule.id === id && isOpen(each) && isSure(each));
  // Where there are only guesses, nobody knows.
  const withGuesses = (each: Judged): Judged => {
    const guess = found.find((one) => one.rule === each.rule && isOpen(one) && !isSure(one));
    const unknown = [...(each.judgement.unknown ?? [])];
    if (guess !== undefined) unknown.push(`Not sure: ${guess.violation.message}`);
    return { ...each, judgement: { ...each.judgement, unknown } };
  };
  return judged
    .map(withGuesses)
    .map((each) => {
      const open = openOf(each.rule.id);
      const [severity = each.rule.severity] = open
        .map(({ rule, violation }) => violation.severity ?? rule.severity)
        .sort(compareSeverity);
      return { ...each, open: open.length, severity, state: stateOf(each, open.length) };
    })
    .sort(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || compareSeverity(a.severity, b.severity),
    );
}

export function shareOf(posture: readonly RulePosture[]): Share {
  const count = (state: RuleState) => posture.filter((each) => each.state === state).length;
  return { met: count("kept"), of: count("kept") + count("broken"), unknown: count("unknown") };
}

/** `31 of 38 rules are met (81 %)` */
export function shareText({ met, of, unknown }: Share): string {
  const share = of === 0 ? "" : ` (${Math.floor((met / of) * 100)} %)`;
  const rest = unknown === 0 ? "" : `; ${unknown} could not be evaluated`;
  return `${met} of ${of} rules are met${share}${rest}`;
}

/** What is to be done is open; what is met, or does not apply, is folded. */
export function postureTables(posture: readonly RulePosture[]): readonly ResultTable[] {
  const isOpen = ({ state }: RulePosture) => state === "broken" || state === "unknown";
  const title = `Posture: ${shareText(shareOf(posture))}`;
  const [todo, done] = [posture.filter(isOpen), posture.filter((each) => !isOpen(each))];
  const rest = tableOf(todo.length === 0 ? title : "Rules that are met, or do not apply", done);
  if (todo.length === 0) return [rest];
  const open = { ...tableOf(title, todo), open: true };
  return done.length === 0 ? [open] : [open, rest];
}

/** Rules that were not evaluated for one reason stand in one row, with the worst severity: they are sorted by it. */
function tableOf(title: string, posture: readonly RulePosture[]): ResultTable {
  const reasonOf = ({ state, judgement }: RulePosture) =>
    state === "unknown" ? judgement.unknown?.[0] : undefined;
  const rows = groupBy(posture, (each) => reasonOf(each) ?? each.rule.id);
  return {
    title,
    columns: ["Rule", "State", "Severity", "What it looks for"],
    rows: [...rows.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { state, open, severity, rule } = first;
      return [
        [
          group.map((each) => each.rule.id).join(", "),
          `${WORDS[state]}${state === "broken" ? ` (${open})` : ""}`,
          severity,
          reasonOf(first) ?? rule.title,
        ],
      ];
    }),
  };
}

/** The clauses of a framework, what serves each, and what no file can show. */
export function clauseTable(
  preset: Preset,
  posture: readonly RulePosture[],
): ResultTable | undefined {
  if (preset.clauses === undefined) return undefined;
  const rules = new Map<string, RulePosture[]>();
  for (const each of posture) {
    for (const clause of preset.clauses(each.rule)) {
      rules.set(clause, [...(rules.get(clause) ?? []), each]);
    }
  }
  const worst = (all: readonly RulePosture[]) => {
    const states = ORDER.filter((state) => all.some((each) => each.state === state));
    const [first = "nothing"] = states;
    return first === "unknown" && states.includes("kept")
      ? "met as far as it was evaluated"
      : WORDS[first];
  };
  return {
    title: preset.title,
    columns: ["Clause", "State", "Rules, or what to show"],
    rows: [
      ...[...rules]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([clause, all]) => [clause, worst(all), all.map(({ rule }) => rule.id).join(", ")]),
      ...Object.entries(preset.notShown ?? {})
        .filter(([clause]) => !rules.has(clause))
        .map(([clause, what]) => [clause, "no file can show it", what]),
    ],
  };
}
