import { CATEGORIES } from "./categories.ts";
import type { Facts } from "./facts.ts";
import type { Category, Evaluation, Feature } from "./feature.ts";
import { PROFILE_FEATURES, type Profile } from "./profiles.ts";

export interface Gain {
  /** Points of the total that are missing. */
  readonly points: number;
  readonly feature: Feature;
  readonly evaluation: Evaluation;
}

export interface Score {
  /** 0 to 10. */
  readonly total: number;
  readonly grade: "A" | "B" | "C" | "D" | "F";
  readonly parts: readonly {
    readonly name: string;
    readonly score: number;
    readonly weight: number;
  }[];
  /** The greatest first. */
  readonly gains: readonly Gain[];
}

/** Features in a profile count the same; in categories by their weights, and the categories by theirs. */
export function scoreOf(facts: Facts, profile: Profile): Score {
  if (profile === "sbomqs") return weighted(facts, CATEGORIES);
  const features = PROFILE_FEATURES[profile];
  const { total, gains } = weighted(facts, [{ name: profile, weight: 1, features }]);
  const parts = features.map((feature) => ({
    name: feature.id,
    score: feature.evaluate(facts).score,
    weight: 1,
  }));
  return { total, grade: gradeOf(total), parts, gains };
}

function weighted(facts: Facts, categories: readonly Category[]): Score {
  const whole = sum(categories.map(({ weight }) => weight));
  const gains: Gain[] = [];
  const parts = categories.map(({ name, weight, features }) => {
    const judged = features
      .map((feature) => ({ feature, evaluation: feature.evaluate(facts) }))
      .filter(({ evaluation }) => evaluation.ignored !== true);
    const all = sum(judged.map(({ feature }) => feature.weight));
    for (const { feature, evaluation } of judged) {
      const points = ((10 - evaluation.score) * feature.weight * weight) / (all * whole);
      if (points > 0) gains.push({ points, feature, evaluation });
    }
    const points = sum(judged.map(({ feature, evaluation }) => evaluation.score * feature.weight));
    return { name, weight, score: all === 0 ? 0 : points / all };
  });
  const total = sum(parts.map(({ score, weight }) => score * weight)) / whole;
  return { total, grade: gradeOf(total), parts, gains: gains.sort((a, b) => b.points - a.points) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function gradeOf(total: number): Score["grade"] {
  if (total >= 9) return "A";
  if (total >= 8) return "B";
  if (total >= 7) return "C";
  return total >= 5 ? "D" : "F";
}
