import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { REPORT_FORMATS } from "@assay/core";
import { expect, test } from "vitest";
import { repositoryFiles } from "./repository.ts";

const pages = repositoryFiles().filter(
  (file) => file.endsWith(".md") && !file.startsWith("dist/") && existsSync(file),
);

test("every link of a page leads to a file that is there", () => {
  const dangling = pages.flatMap((page) =>
    linksOf(page)
      .filter((target) => !existsSync(posix.join(posix.dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(pages.length).toBeGreaterThan(20);
  expect(dangling).toEqual([]);
});

test("every file and folder that a package's README names is there", () => {
  const files = repositoryFiles();
  const readmes = files.filter((file) => /^packages\/[^/]+\/README\.md$/.test(file));
  expect(readmes.length).toBeGreaterThan(15);
  const named = readmes.flatMap((readme) => {
    const below = `${posix.dirname(readme)}/src/`;
    const text = readFileSync(readme, "utf8").replaceAll(/```[\s\S]*?```/g, "");
    return [...text.matchAll(/`([\w-][\w./-]*(?:\.ts|\/))`/g)].map(([, name = ""]) => ({
      below,
      name,
    }));
  });
  expect(named.length).toBeGreaterThan(100);
  // A table names files by their last part, where that is plain.
  const isThere = (below: string, name: string) =>
    existsSync(name) ||
    files.some((file) => file.startsWith(below) && `/${file}`.includes(`/${name}`));
  expect(named.filter(({ below, name }) => !isThere(below, name))).toEqual([]);
});

test("every decision is short and stands in the list", () => {
  const list = readFileSync("docs/decisions/README.md", "utf8");
  const decisions = pages.filter((page) => /^docs\/decisions\/\d{4}-/.test(page));
  expect(decisions.length).toBeGreaterThan(10);
  for (const page of decisions) {
    const text = readFileSync(page, "utf8");
    const [, number, title] = /^# (\d+) · (.+)\n/.exec(text) ?? [];
    expect(list, page).toContain(`| [${number}](${posix.basename(page)}) | ${title} |`);
    expect(text.split("\n").length, page).toBeLessThanOrEqual(25);
    for (const part of ["Question", "Decision", "Why", "Cost"])
      expect(text, page).toContain(`**${part}.**`);
  }
});

test("the changelog is written as it says", () => {
  const headings = readFileSync("CHANGELOG.md", "utf8").matchAll(/^## (.+)$/gm);
  const [first, ...versions] = [...headings].map(([, heading]) => heading);
  expect(first).toBe("[Unreleased]");
  for (const version of versions) {
    expect(version).toMatch(/^(?:0\.1\.0|\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d)$/);
  }
});

test("every format of a report is explained", () => {
  const page = readFileSync("docs/reports.md", "utf8");
  expect(REPORT_FORMATS.filter((format) => !page.includes(`| \`${format}\` |`))).toEqual([]);
});

test("the glossary is in the order of the alphabet, and says each word once", () => {
  const rows = readFileSync("docs/glossary.md", "utf8").matchAll(/^\| ([a-z][^|]*) \|/gm);
  const words = [...rows].map(([, word]) => word ?? "").slice(1);
  expect(words.length).toBeGreaterThan(30);
  expect(words).toEqual([...new Set(words)].sort());
});

/** Relative links, without their anchors. */
function linksOf(page: string): string[] {
  const text = readFileSync(page, "utf8").replaceAll(/```[\s\S]*?```/g, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
    const target = link.split("#")[0] ?? "";
    return target === "" || /^[a-z]+:/.test(target) ? [] : [target];
  });
}
