/** What `cases.ts` finds, for `docs/accuracy.md`. */
export const BINARIES = `### Images: programs

A program of Go for Linux (amd64, 386, s390x, arm64 as PIE; stripped with \`-trimpath\`), Windows and macOS, one of Rust by \`cargo auditable\`, and
those of this machine that print their version: in one layer, where nothing else explains them. Ours equals \`go version -m\`,
\`cargo tree\` and what the programs print. Where the peers differ:

| what | ours | syft | osv-scalibr | verdict |
|---|---|---|---|---|
| main module without a version | no version; commit and package as properties | no version | \`@%28devel%29\` | *theirs*: nobody can find that version |
| module replaced by a folder | named, without a purl, with what it replaces | \`pkg:golang/example.com/local\` | \`pkg:golang/./local@%28devel%29\` | *theirs*: what is inside is not what has that name |
| \`go build main.go\` | no main module: Go writes none | \`pkg:golang/command-line-arguments\` | nothing | *theirs*: that is no module |
| Go's library | \`stdlib@1.26.8\`, as advisories name it | the same | \`go@1.26.8\` | *choice* |
| versions of modules | with \`v\`, as in \`go.mod\` | the same | without | *choice* |
| crates that only build others | scope \`development\` | nothing | nothing | *choice*: the record has them |
| the program's own crate, built from a folder | named, without a purl | \`pkg:cargo/rsapp@0.3.0\` | the same | *theirs*: crates.io may have another of that name |
| what needs what | edges of every record | the same, and those of \`command-line-arguments\` | none | *theirs* |
| Python's packages in Debian's (a system by debootstrap) | 7 inside of 7 packages | 7 more packages | not compared | *theirs*: each counts twice |
| programs that nothing explains | counted and listed with SHA-256 | nothing | on request | *choice* |`;
