/** What a framework asks for and no rule can see: clause, then what somebody has to show. One line each. */
function clauses(text: string): Readonly<Record<string, string>> {
  const lines = text.trim().split("\n");
  return Object.fromEntries(lines.map((line) => line.trim().split(": ", 2) as [string, string]));
}

/** OSPS baseline v2026.02.19, what each maturity level adds. */
export const OSPS_NOT_SHOWN = [
  clauses(`
    AC-02.01: a new collaborator gets the least rights
    BR-03.01: official channels are encrypted
    BR-03.02: downloads can't be changed on the way
    DO-01.01: user guides
    DO-02.01: a guide for reporting defects
    GV-02.01: a place for public discussion
    GV-03.01: how to contribute
    LE-02.02: released files are under a free licence
    LE-03.02: released files carry the licence
    QA-01.01: the source is public
    QA-01.02: the history is public
    QA-04.01: a list of all repositories`),
  clauses(`
    BR-02.01: each release has its own version
    BR-04.01: a log of changes for each release
    BR-05.01: builds use the standard tools of their ecosystem
    DO-06.01: how dependencies are chosen and tracked
    DO-07.01: how to build the software
    GV-01.01: who has access to what is sensitive
    GV-01.02: roles and what they answer for
    GV-03.02: what a contribution has to fulfil
    LE-01.01: contributors may give what they contribute
    QA-06.01: tests run before a change is taken
    SA-01.01: the design, with its actors
    SA-02.01: the external interfaces
    SA-03.01: a security assessment
    VM-04.01: vulnerabilities are published`),
  clauses(`
    BR-01.04: input of collaborators is checked in pipelines
    BR-02.02: each file of a release names the release
    BR-07.02: how secrets are managed
    DO-04.01: what is supported, and for how long
    DO-05.01: when support ends
    GV-04.01: people are reviewed before they get more rights
    QA-04.02: all repositories are as strict
    QA-06.02: when and how tests are run
    QA-06.03: big changes bring tests
    SA-03.02: a threat model
    VM-05.02: findings are dealt with before a release`),
] as const;

export const SLSA_NOT_SHOWN = clauses(`
  isolated: builds can't reach one another, which the runner's operator promises
  unforgeable: a build can't reach the key that signs its provenance`);

export const SSDF_NOT_SHOWN = clauses(`
  PO.3: the tools that are used and who chose them
  PO.4: what a release has to fulfil
  PW.1: the design meets the risks
  PW.2: the design was reviewed
  PW.6: compilers and builds are set up safely
  PW.8: what is shipped was tested
  PW.9: safe by default
  RV.3: causes are found and removed`);

export const CRA_NOT_SHOWN = clauses(`
  I(1): security fits the risks, by an assessment of them
  I(2)(b): safe by default, and can be reset
  I(2)(c): security updates reach users, by default without their doing
  I(2)(h): essential functions stay available
  I(2)(i): harms no other device or network
  I(2)(j): small attack surface
  I(2)(k): an incident does little damage
  I(2)(l): security events can be recorded
  I(2)(m): users can remove their data
  II(3): regular tests and reviews
  II(8): updates are free, at once, and say what they fix
  Art. 13(8): the support period and its end
  Art. 14: what is exploited is reported in 24 h, 72 h and 14 days`);
