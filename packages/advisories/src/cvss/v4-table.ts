/**
 * The score of each macro vector, https://www.first.org/cvss/v4-0/specification-document (section 8.2), in tenths, base 36: a line for
 * each value of EQ1, EQ2 and EQ3, in it EQ4, EQ5 and EQ6. Where EQ3 is 2, EQ6 is 1.
 */
const TABLE = [
  "2s2r2q2n2n2k2s2o2l2f2j292l2i2h28291w",
  "2q2n2n2k2i2c2l2k2h29291t2g28261y1x1c",
  "2k2a20271x1e1x1j0r",
  "2r2p2n2k2k2d2n2j2i2b2c1z2k292a1z201h",
  "2n2l2k2d2d212k2a28201y1n2c1y1z1g1e0u",
  "2e231g1z1g0t1r0t0h",
  "2q2n2m2f2j292m2h2e22251s2f23221r1r1d",
  "2m2h2g25241v2e24221m1n1e201l1l1g1g0p",
  "2b1y1i1t1m0q1h0l0d",
  "2n2i2g24241y2i25231q1p1h251u1w1n1g0u",
  "2h26241v1q1m221n1l1l1b0n1p1g1l0t0o0g",
  "1z1n0u1m0q0f0n0d06",
  "2l2f2e20231m2e22221p1k0y1y1i1g14140m",
  "2d23221j1q1f201l1j151a0j1h100y0j0j08",
  "1s1f0k1b0l0b0o0904",
  "2g23211h1o1e211j1n14150k1i17190m0k0b",
  "231j1m19140l1p1f1c0i0k091a0i0h070802",
  "1h0o0e0o0c050a0301",
];

/** Levels of EQ1 to EQ6. */
export type MacroVector = readonly [number, number, number, number, number, number];

/** In tenths; `undefined` where there is none so low. */
export function macroScore([one, two, three, four, five, six]: MacroVector): number | undefined {
  if (one > 2 || two > 1 || three > 2 || four > 2 || five > 2 || six > 1) return undefined;
  const cell = three < 2 ? (four * 3 + five) * 2 + six : four * 3 + five;
  if (three === 2 && six === 0) return undefined;
  return Number.parseInt(
    TABLE[(one * 2 + two) * 3 + three]?.slice(cell * 2, cell * 2 + 2) ?? "",
    36,
  );
}
