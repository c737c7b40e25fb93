import type { InteropSuite } from "../suite.ts";
import { binaryCases } from "./binaries/cases.ts";
import { ownerCases } from "./binaries/owner-cases.ts";
import { languageCases, removeLanguageTrees } from "./language/cases.ts";
import { apkCases } from "./os/apk.ts";
import { dpkgCases } from "./os/dpkg.ts";
import { pacmanCases } from "./os/pacman.ts";
import { peerCases } from "./os/peers.ts";
import { rpmCases } from "./os/rpm.ts";
import { registryReadCases } from "./read.ts";

/** Images beside the tools that made what is in them, and beside those that sign and carry them. */
export const imageSuite: InteropSuite = {
  name: "images",
  cases: [
    ...dpkgCases,
    ...apkCases,
    ...rpmCases,
    ...pacmanCases,
    ...peerCases,
    ...binaryCases,
    ...ownerCases,
    ...languageCases,
    ...registryReadCases,
  ],
  teardown: removeLanguageTrees,
};
