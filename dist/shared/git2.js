import { a as streamDiff, c as fileAt, d as headCommit, f as isShallow, g as isObjectName, h as openRepository, i as streamMessages, l as filesAt, m as resolveCommit, n as branchBehind, o as countCommits, p as mergeBase, r as defaultBranch, s as changedFiles, t as resolveRange, u as findCommit } from "./git.js";

export { findCommit, openRepository };