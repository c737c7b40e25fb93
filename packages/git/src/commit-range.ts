/** The commits that a run is about. All names in it are full object names of commits that are in the clone. */
export type CommitRange =
  | {
      readonly kind: "commits";
      /** The commits that `head` reaches and `base` does not; all that `head` reaches where it is absent. */
      readonly base?: string;
      /** Commits whose history is left out too. */
      readonly exclude?: readonly string[];
      readonly head: string;
      /** The common ancestor of base and head: `mergeBase..head` is the net change. */
      readonly mergeBase?: string;
      /** The annotated tag (object name) whose message belongs to the range. */
      readonly tag?: string;
      /** A clause for people: "pull request, 3fa1c02d11..9b2e110f4a". */
      readonly description: string;
    }
  | { readonly kind: "all"; readonly description: string }
  | { readonly kind: "nothing"; readonly description: string };

/** A range that the user names. Both are revisions; `head` is `HEAD` where it is not given. */
export interface RangeOverride {
  readonly base: string;
  readonly head?: string;
}
