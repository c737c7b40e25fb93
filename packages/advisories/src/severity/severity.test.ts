import { describe, expect, test } from "vitest";
import type { GroupFacts } from "../data.ts";
import { groupSeverity } from "./severity.ts";

const V2 = { type: "CVSS_V2", score: "AV:N/AC:L/Au:N/C:C/I:C/A:C", from: "CVE-1" };
const V31 = {
  type: "CVSS_V3",
  score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N",
  from: "GHSA-1",
};
const V30 = {
  type: "CVSS_V3",
  score: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
  from: "PYSEC-1",
};
const V4 = {
  type: "CVSS_V4",
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N",
  from: "GHSA-1",
};
const HIGH = { label: "HIGH", from: "GHSA-1" };
const facts = (vectors: GroupFacts["vectors"], labels: GroupFacts["labels"] = []): GroupFacts => ({
  ids: ["GHSA-1"],
  vectors,
  labels,
});

describe("§3.5: severity of an alias group", () => {
  test("the label and the score agree", () =>
    expect(groupSeverity(facts([V4], [HIGH]), "vulnerability")).toEqual({
      level: "high",
      score: 7.1,
      vector: V4.score,
      label: "HIGH",
      decidedBy: "CVSS 4.0 of GHSA-1",
      dropped: [],
    }));

  test("a label above the score decides, and both are shown", () =>
    expect(groupSeverity(facts([V31], [HIGH]), "vulnerability")).toEqual({
      level: "high",
      score: 5.3,
      vector: V31.score,
      label: "HIGH",
      decidedBy: "the label of GHSA-1",
      disagreement: "GHSA-1 says HIGH, CVSS 3.1 of GHSA-1 scores 5.3",
      dropped: [],
    }));

  test("a score above the label decides", () =>
    expect(
      groupSeverity(facts([V30], [{ label: "LOW", from: "GHSA-1" }]), "vulnerability"),
    ).toMatchObject({
      level: "critical",
      decidedBy: "CVSS 3.0 of PYSEC-1",
      disagreement: "GHSA-1 says LOW, CVSS 3.0 of PYSEC-1 scores 9.8",
    }));

  test("the highest CVSS version counts, not the highest score of all", () =>
    expect(groupSeverity(facts([V2, V31]), "vulnerability")).toMatchObject({
      level: "medium",
      score: 5.3,
      decidedBy: "CVSS 3.1 of GHSA-1",
    }));

  test("3.0 and 3.1 count as one version, and the worse score decides", () =>
    expect(groupSeverity(facts([V31, V30]), "vulnerability")).toMatchObject({ level: "critical" }));

  test("version 4 alone is read", () =>
    expect(groupSeverity(facts([V4]), "vulnerability")).toMatchObject({
      level: "high",
      score: 7.1,
    }));

  test("a broken vector takes nothing from a good one, and is named", () =>
    expect(
      groupSeverity(
        facts([{ type: "CVSS_V4", score: "CVSS:4.0/AV:N", from: "X-1" }, V31]),
        "vulnerability",
      ),
    ).toEqual({
      level: "medium",
      score: 5.3,
      vector: V31.score,
      decidedBy: "CVSS 3.1 of GHSA-1",
      dropped: ["CVSS:4.0/AV:N (X-1)"],
    }));

  test("no label and no vector is unknown, not low", () =>
    expect(groupSeverity(facts([]), "vulnerability")).toEqual({
      level: "unknown",
      decidedBy: "no label and no vector that can be read",
      dropped: [],
    }));

  test("a word that says nothing is unknown", () =>
    expect(
      groupSeverity(facts([], [{ label: "untriaged", from: "X-1" }]), "vulnerability").level,
    ).toBe("unknown"));

  test("Ubuntu's severity is a word", () =>
    expect(
      groupSeverity(
        facts([{ type: "Ubuntu", score: "medium", from: "UBUNTU-1" }]),
        "vulnerability",
      ),
    ).toEqual({
      level: "medium",
      label: "medium",
      decidedBy: "the label of UBUNTU-1",
      dropped: [],
    }));

  test("MODERATE is medium", () =>
    expect(
      groupSeverity(facts([], [{ label: "MODERATE", from: "GHSA-1" }]), "vulnerability").level,
    ).toBe("medium"));

  test("a score of 0 is none", () =>
    expect(
      groupSeverity(
        facts([{ ...V31, score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N" }]),
        "vulnerability",
      ),
    ).toMatchObject({ level: "none", score: 0 }));

  test("malware is critical, whatever its label", () =>
    expect(groupSeverity(facts([], [{ label: "LOW", from: "GHSA-1" }]), "malware")).toMatchObject({
      level: "critical",
      decidedBy: "malware",
    }));
});
