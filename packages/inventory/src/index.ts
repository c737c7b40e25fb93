export type { Component, Edge, Hash, Inventory, LockfileGraph, Scope } from "./graph.ts";
export type { FileSource } from "./source.ts";
