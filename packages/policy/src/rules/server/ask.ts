import { isRecord } from "@assay/core";
import type { PolicyRepository } from "../../repository.ts";
import type { Judgement, Violation } from "../../rule.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** What the server says, or as a sentence why it is not known. */
export type Answer = { readonly body: unknown } | { readonly unknown: string };

/** @param path As `PolicyRepository.api` takes it; empty for the repository itself. */
export async function ask({ api }: PolicyRepository, path: string): Promise<Answer> {
  if (api === undefined) {
    return { unknown: "The server was not asked: there is no token or no network." };
  }
  const answer = await api(path);
  return answer.status === 200
    ? { body: answer.body }
    : { unknown: answer.reason.replace(/\.?$/, ".") };
}

/** A field of an answer on the way of these keys; `undefined` where there is none. */
export function field(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce((at: unknown, key) => (isRecord(at) ? at[key] : undefined), value);
}

/** A setting that has to have a value: `unknown` where the server does not say what it is. */
export interface Expected {
  /** Of the violation. */
  readonly key: string;
  readonly found: unknown;
  readonly wanted: unknown;
  /** What it means that it is another, as a sentence. */
  readonly message: string;
  readonly severity?: Violation["severity"];
}

/** Compares settings with what they have to be; a setting that is not told is not evaluated. */
export function expectSettings(settings: readonly Expected[]): Judgement {
  const isTold = ({ found }: Expected) => found !== undefined && found !== null;
  const hidden = settings.filter((each) => !isTold(each)).map(({ key }) => `\`${key}\``);
  return {
    looked: settings.length,
    violations: settings
      .filter((each) => isTold(each) && each.found !== each.wanted)
      .map(({ key, message, severity }) => ({ key, message, ...(severity && { severity }) })),
    ...(hidden.length > 0 && {
      unknown: [`The server does not tell ${hidden.join(", ")} to this token.`],
    }),
  };
}

export function notEvaluated(...unknown: readonly string[]): Judgement {
  return { violations: [], looked: 1, unknown };
}
