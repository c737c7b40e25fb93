import { r as __toESM } from "./rolldown-runtime.js";
import { Q as UsageError, a as nearest } from "./core.js";
import { t as require_spdx_satisfies } from "./npm-spdx-satisfies.js";

// packages/spdx/src/expression.ts
function printExpression(expression) {
	switch (expression.kind) {
		case "and": return expression.operands.map((operand) => operand.kind === "or" ? `(${printExpression(operand)})` : printExpression(operand)).join(" AND ");
		case "or": return expression.operands.map(printExpression).join(" OR ");
		default: return printTerm(expression);
	}
}
function printTerm(term) {
	switch (term.kind) {
		case "license": return printForm(term.written);
		case "reference": return withException(term.name, term.exception);
		case "word": return term.word;
		default: return term.text;
	}
}
function printForm(form) {
	return withException(form.orLater ? `${form.id}+` : form.id, form.exception);
}
function withException(license, exception) {
	return exception === void 0 ? license : `${license} WITH ${exception}`;
}

// packages/spdx/src/data/identifiers.json
var licenses = [
	"0BSD",
	"3D-Slicer-1.0",
	"AAL",
	"ADSL",
	"AFL-1.1",
	"AFL-1.2",
	"AFL-2.0",
	"AFL-2.1",
	"AFL-3.0",
	"AGPL-1.0-only",
	"AGPL-1.0-or-later",
	"AGPL-3.0-only",
	"AGPL-3.0-or-later",
	"ALGLIB-Documentation",
	"AMD-newlib",
	"AMDPLPA",
	"AML",
	"AML-glslang",
	"AMPAS",
	"ANTLR-PD",
	"ANTLR-PD-fallback",
	"APAFML",
	"APL-1.0",
	"APSL-1.0",
	"APSL-1.1",
	"APSL-1.2",
	"APSL-2.0",
	"ASWF-Digital-Assets-1.0",
	"ASWF-Digital-Assets-1.1",
	"Abstyles",
	"AdaCore-doc",
	"Adobe-2006",
	"Adobe-Display-PostScript",
	"Adobe-Glyph",
	"Adobe-Utopia",
	"Advanced-Cryptics-Dictionary",
	"Afmparse",
	"Aladdin",
	"Apache-1.0",
	"Apache-1.1",
	"Apache-2.0",
	"App-s2p",
	"Arphic-1999",
	"Artistic-1.0",
	"Artistic-1.0-Perl",
	"Artistic-1.0-cl8",
	"Artistic-2.0",
	"Artistic-dist",
	"Aspell-RU",
	"BOLA-1.1",
	"BSD-1-Clause",
	"BSD-2-Clause",
	"BSD-2-Clause-Darwin",
	"BSD-2-Clause-Patent",
	"BSD-2-Clause-Views",
	"BSD-2-Clause-first-lines",
	"BSD-2-Clause-pkgconf-disclaimer",
	"BSD-2-Clause-pos-unchanged",
	"BSD-3-Clause",
	"BSD-3-Clause-Attribution",
	"BSD-3-Clause-Clear",
	"BSD-3-Clause-HP",
	"BSD-3-Clause-LBNL",
	"BSD-3-Clause-Modification",
	"BSD-3-Clause-No-Military-License",
	"BSD-3-Clause-No-Nuclear-License",
	"BSD-3-Clause-No-Nuclear-License-2014",
	"BSD-3-Clause-No-Nuclear-Warranty",
	"BSD-3-Clause-Open-MPI",
	"BSD-3-Clause-OpenWebUI",
	"BSD-3-Clause-Sun",
	"BSD-3-Clause-Tso",
	"BSD-3-Clause-acpica",
	"BSD-3-Clause-flex",
	"BSD-4-Clause",
	"BSD-4-Clause-Shortened",
	"BSD-4-Clause-UC",
	"BSD-4.3RENO",
	"BSD-4.3TAHOE",
	"BSD-Advertising-Acknowledgement",
	"BSD-Attribution-HPND-disclaimer",
	"BSD-Inferno-Nettverk",
	"BSD-Mark-Modifications",
	"BSD-Protection",
	"BSD-Source-Code",
	"BSD-Source-Code-no-disclaimer",
	"BSD-Source-alt-GPL",
	"BSD-Source-beginning-file",
	"BSD-Systemics",
	"BSD-Systemics-W3Works",
	"BSD-ask-to-endorse",
	"BSL-1.0",
	"BUSL-1.1",
	"Baekmuk",
	"Bahyph",
	"Barr",
	"Beerware",
	"BitTorrent-1.0",
	"BitTorrent-1.1",
	"Bitstream-Charter",
	"Bitstream-Vera",
	"BlueOak-1.0.0",
	"Boehm-GC",
	"Boehm-GC-without-fee",
	"Borceux",
	"Brian-Gladman-2-Clause",
	"Brian-Gladman-3-Clause",
	"Brian-Gladman-3-Clause-no-conversion",
	"Buddy",
	"Bugroff",
	"C-UDA-1.0",
	"CAL-1.0",
	"CAL-1.0-Combined-Work-Exception",
	"CAPEC-tou",
	"CATOSL-1.1",
	"CC-BY-1.0",
	"CC-BY-2.0",
	"CC-BY-2.5",
	"CC-BY-2.5-AU",
	"CC-BY-3.0",
	"CC-BY-3.0-AT",
	"CC-BY-3.0-AU",
	"CC-BY-3.0-DE",
	"CC-BY-3.0-IGO",
	"CC-BY-3.0-NL",
	"CC-BY-3.0-US",
	"CC-BY-4.0",
	"CC-BY-NC-1.0",
	"CC-BY-NC-2.0",
	"CC-BY-NC-2.5",
	"CC-BY-NC-3.0",
	"CC-BY-NC-3.0-DE",
	"CC-BY-NC-3.0-IGO",
	"CC-BY-NC-4.0",
	"CC-BY-NC-ND-1.0",
	"CC-BY-NC-ND-2.0",
	"CC-BY-NC-ND-2.5",
	"CC-BY-NC-ND-3.0",
	"CC-BY-NC-ND-3.0-DE",
	"CC-BY-NC-ND-3.0-IGO",
	"CC-BY-NC-ND-4.0",
	"CC-BY-NC-SA-1.0",
	"CC-BY-NC-SA-2.0",
	"CC-BY-NC-SA-2.0-DE",
	"CC-BY-NC-SA-2.0-FR",
	"CC-BY-NC-SA-2.0-UK",
	"CC-BY-NC-SA-2.5",
	"CC-BY-NC-SA-3.0",
	"CC-BY-NC-SA-3.0-DE",
	"CC-BY-NC-SA-3.0-IGO",
	"CC-BY-NC-SA-4.0",
	"CC-BY-ND-1.0",
	"CC-BY-ND-2.0",
	"CC-BY-ND-2.5",
	"CC-BY-ND-3.0",
	"CC-BY-ND-3.0-DE",
	"CC-BY-ND-4.0",
	"CC-BY-SA-1.0",
	"CC-BY-SA-2.0",
	"CC-BY-SA-2.0-UK",
	"CC-BY-SA-2.1-JP",
	"CC-BY-SA-2.5",
	"CC-BY-SA-3.0",
	"CC-BY-SA-3.0-AT",
	"CC-BY-SA-3.0-DE",
	"CC-BY-SA-3.0-IGO",
	"CC-BY-SA-4.0",
	"CC-PDDC",
	"CC-PDM-1.0",
	"CC-SA-1.0",
	"CC0-1.0",
	"CDDL-1.0",
	"CDDL-1.1",
	"CDL-1.0",
	"CDLA-Permissive-1.0",
	"CDLA-Permissive-2.0",
	"CDLA-Sharing-1.0",
	"CECILL-1.0",
	"CECILL-1.1",
	"CECILL-2.0",
	"CECILL-2.1",
	"CECILL-B",
	"CECILL-C",
	"CERN-OHL-1.1",
	"CERN-OHL-1.2",
	"CERN-OHL-P-2.0",
	"CERN-OHL-S-2.0",
	"CERN-OHL-W-2.0",
	"CFITSIO",
	"CMU-Mach",
	"CMU-Mach-nodoc",
	"CNRI-Jython",
	"CNRI-Python",
	"CNRI-Python-GPL-Compatible",
	"COIL-1.0",
	"CPAL-1.0",
	"CPL-1.0",
	"CPOL-1.02",
	"CUA-OPL-1.0",
	"Caldera",
	"Caldera-no-preamble",
	"Catharon",
	"ClArtistic",
	"Clips",
	"Community-Spec-1.0",
	"Condor-1.1",
	"Cornell-Lossless-JPEG",
	"Cronyx",
	"Crossword",
	"CryptoSwift",
	"CrystalStacker",
	"Cube",
	"D-FSL-1.0",
	"DEC-3-Clause",
	"DL-DE-BY-2.0",
	"DL-DE-ZERO-2.0",
	"DOC",
	"DRL-1.0",
	"DRL-1.1",
	"DSDP",
	"DocBook-DTD",
	"DocBook-Schema",
	"DocBook-Stylesheet",
	"DocBook-XML",
	"Dotseqn",
	"ECL-1.0",
	"ECL-2.0",
	"EFL-1.0",
	"EFL-2.0",
	"EPICS",
	"EPL-1.0",
	"EPL-2.0",
	"ESA-PL-permissive-2.4",
	"ESA-PL-strong-copyleft-2.4",
	"ESA-PL-weak-copyleft-2.4",
	"EUDatagrid",
	"EUPL-1.0",
	"EUPL-1.1",
	"EUPL-1.2",
	"Elastic-2.0",
	"Entessa",
	"ErlPL-1.1",
	"Eurosym",
	"FBM",
	"FDK-AAC",
	"FDK-MPEG-H",
	"FSFAP",
	"FSFAP-no-warranty-disclaimer",
	"FSFUL",
	"FSFULLR",
	"FSFULLRSD",
	"FSFULLRWD",
	"FSL-1.1-ALv2",
	"FSL-1.1-MIT",
	"FTL",
	"Fair",
	"Ferguson-Twofish",
	"Frameworx-1.0",
	"FreeBSD-DOC",
	"FreeImage",
	"Furuseth",
	"GCR-docs",
	"GD",
	"GFDL-1.1-invariants-only",
	"GFDL-1.1-invariants-or-later",
	"GFDL-1.1-no-invariants-only",
	"GFDL-1.1-no-invariants-or-later",
	"GFDL-1.1-only",
	"GFDL-1.1-or-later",
	"GFDL-1.2-invariants-only",
	"GFDL-1.2-invariants-or-later",
	"GFDL-1.2-no-invariants-only",
	"GFDL-1.2-no-invariants-or-later",
	"GFDL-1.2-only",
	"GFDL-1.2-or-later",
	"GFDL-1.3-invariants-only",
	"GFDL-1.3-invariants-or-later",
	"GFDL-1.3-no-invariants-only",
	"GFDL-1.3-no-invariants-or-later",
	"GFDL-1.3-only",
	"GFDL-1.3-or-later",
	"GL2PS",
	"GLWTPL",
	"GPL-1.0-only",
	"GPL-1.0-or-later",
	"GPL-2.0-only",
	"GPL-2.0-or-later",
	"GPL-3.0-only",
	"GPL-3.0-or-later",
	"Game-Programming-Gems",
	"Giftware",
	"Glide",
	"Glulxe",
	"Graphics-Gems",
	"Gutmann",
	"HDF5",
	"HIDAPI",
	"HP-1986",
	"HP-1989",
	"HPND",
	"HPND-DEC",
	"HPND-Fenneberg-Livingston",
	"HPND-INRIA-IMAG",
	"HPND-Intel",
	"HPND-Kevlin-Henney",
	"HPND-MIT-disclaimer",
	"HPND-Markus-Kuhn",
	"HPND-Netrek",
	"HPND-Pbmplus",
	"HPND-SMC",
	"HPND-UC",
	"HPND-UC-export-US",
	"HPND-doc",
	"HPND-doc-sell",
	"HPND-export-US",
	"HPND-export-US-acknowledgement",
	"HPND-export-US-modify",
	"HPND-export2-US",
	"HPND-merchantability-variant",
	"HPND-sell-MIT-disclaimer-xserver",
	"HPND-sell-regexpr",
	"HPND-sell-variant",
	"HPND-sell-variant-MIT-disclaimer",
	"HPND-sell-variant-MIT-disclaimer-rev",
	"HPND-sell-variant-critical-systems",
	"HTMLTIDY",
	"HaskellReport",
	"Hippocratic-2.1",
	"Hippocratic-3.0-core",
	"IBM-pibs",
	"ICU",
	"IEC-Code-Components-EULA",
	"IJG",
	"IJG-short",
	"IPA",
	"IPL-1.0",
	"ISC",
	"ISC-Veillard",
	"ISO-permission",
	"ImageMagick",
	"Imlib2",
	"Info-ZIP",
	"Informatica",
	"Inner-Net-2.0",
	"InnoSetup",
	"Intel",
	"Intel-ACPI",
	"Interbase-1.0",
	"JPL-image",
	"JPNIC",
	"JSON",
	"Jam",
	"JasPer-2.0",
	"Kastrup",
	"Kazlib",
	"Knuth-CTAN",
	"LAL-1.2",
	"LAL-1.3",
	"LGPL-2.0-only",
	"LGPL-2.0-or-later",
	"LGPL-2.1-only",
	"LGPL-2.1-or-later",
	"LGPL-3.0-only",
	"LGPL-3.0-or-later",
	"LGPLLR",
	"LOOP",
	"LPD-document",
	"LPL-1.0",
	"LPL-1.02",
	"LPPL-1.0",
	"LPPL-1.1",
	"LPPL-1.2",
	"LPPL-1.3a",
	"LPPL-1.3c",
	"LZMA-SDK-9.11-to-9.20",
	"LZMA-SDK-9.22",
	"Latex2e",
	"Latex2e-translated-notice",
	"Leptonica",
	"LiLiQ-P-1.1",
	"LiLiQ-R-1.1",
	"LiLiQ-Rplus-1.1",
	"Libpng",
	"Linux-OpenIB",
	"Linux-man-pages-1-para",
	"Linux-man-pages-copyleft",
	"Linux-man-pages-copyleft-2-para",
	"Linux-man-pages-copyleft-var",
	"Lucida-Bitmap-Fonts",
	"MIPS",
	"MIT",
	"MIT-0",
	"MIT-CMU",
	"MIT-Click",
	"MIT-Festival",
	"MIT-Khronos-old",
	"MIT-Modern-Variant",
	"MIT-STK",
	"MIT-Wu",
	"MIT-advertising",
	"MIT-enna",
	"MIT-feh",
	"MIT-open-group",
	"MIT-testregex",
	"MITNFA",
	"MMIXware",
	"MMPL-1.0.1",
	"MPEG-SSG",
	"MPL-1.0",
	"MPL-1.1",
	"MPL-2.0",
	"MPL-2.0-no-copyleft-exception",
	"MS-LPL",
	"MS-PL",
	"MS-RL",
	"MTLL",
	"MVT-1.1",
	"Mackerras-3-Clause",
	"Mackerras-3-Clause-acknowledgment",
	"MakeIndex",
	"Martin-Birgmeier",
	"McPhee-slideshow",
	"Minpack",
	"MirOS",
	"Motosoto",
	"MulanPSL-1.0",
	"MulanPSL-2.0",
	"Multics",
	"Mup",
	"NAIST-2003",
	"NASA-1.3",
	"NBPL-1.0",
	"NCBI-PD",
	"NCGL-UK-2.0",
	"NCL",
	"NCSA",
	"NGPL",
	"NICTA-1.0",
	"NIST-PD",
	"NIST-PD-TNT",
	"NIST-PD-fallback",
	"NIST-Software",
	"NLOD-1.0",
	"NLOD-2.0",
	"NLPL",
	"NOSL",
	"NPL-1.0",
	"NPL-1.1",
	"NPOSL-3.0",
	"NRL",
	"NTIA-PD",
	"NTP",
	"NTP-0",
	"Naumen",
	"NetCDF",
	"Newsletr",
	"Nokia",
	"Noweb",
	"O-UDA-1.0",
	"OAR",
	"OCCT-PL",
	"OCLC-2.0",
	"ODC-By-1.0",
	"ODbL-1.0",
	"OFFIS",
	"OFL-1.0",
	"OFL-1.0-RFN",
	"OFL-1.0-no-RFN",
	"OFL-1.1",
	"OFL-1.1-RFN",
	"OFL-1.1-no-RFN",
	"OGC-1.0",
	"OGDL-Taiwan-1.0",
	"OGL-Canada-2.0",
	"OGL-UK-1.0",
	"OGL-UK-2.0",
	"OGL-UK-3.0",
	"OGTSL",
	"OLDAP-1.1",
	"OLDAP-1.2",
	"OLDAP-1.3",
	"OLDAP-1.4",
	"OLDAP-2.0",
	"OLDAP-2.0.1",
	"OLDAP-2.1",
	"OLDAP-2.2",
	"OLDAP-2.2.1",
	"OLDAP-2.2.2",
	"OLDAP-2.3",
	"OLDAP-2.4",
	"OLDAP-2.5",
	"OLDAP-2.6",
	"OLDAP-2.7",
	"OLDAP-2.8",
	"OLFL-1.3",
	"OML",
	"OPL-1.0",
	"OPL-UK-3.0",
	"OPUBL-1.0",
	"OSC-1.0",
	"OSET-PL-2.1",
	"OSL-1.0",
	"OSL-1.1",
	"OSL-2.0",
	"OSL-2.1",
	"OSL-3.0",
	"OSSP",
	"OpenMDW-1.0",
	"OpenPBS-2.3",
	"OpenSSL",
	"OpenSSL-standalone",
	"OpenVision",
	"PADL",
	"PDDL-1.0",
	"PHP-3.0",
	"PHP-3.01",
	"PPL",
	"PSF-2.0",
	"ParaType-Free-Font-1.3",
	"Parity-6.0.0",
	"Parity-7.0.0",
	"Pixar",
	"Plexus",
	"PolyForm-Noncommercial-1.0.0",
	"PolyForm-Small-Business-1.0.0",
	"PostgreSQL",
	"Python-2.0",
	"Python-2.0.1",
	"QPL-1.0",
	"QPL-1.0-INRIA-2004",
	"Qhull",
	"RHeCos-1.1",
	"RPL-1.1",
	"RPL-1.5",
	"RPSL-1.0",
	"RSA-MD",
	"RSCPL",
	"Rdisc",
	"Ruby",
	"Ruby-pty",
	"SAX-PD",
	"SAX-PD-2.0",
	"SCEA",
	"SGI-B-1.0",
	"SGI-B-1.1",
	"SGI-B-2.0",
	"SGI-OpenGL",
	"SGMLUG-PM",
	"SGP4",
	"SHL-0.5",
	"SHL-0.51",
	"SISSL",
	"SISSL-1.2",
	"SL",
	"SMAIL-GPL",
	"SMLNJ",
	"SMPPL",
	"SNIA",
	"SOFA",
	"SPL-1.0",
	"SSH-OpenSSH",
	"SSH-short",
	"SSLeay-standalone",
	"SSPL-1.0",
	"SUL-1.0",
	"SWL",
	"Saxpath",
	"SchemeReport",
	"Sendmail",
	"Sendmail-8.23",
	"Sendmail-Open-Source-1.1",
	"SimPL-2.0",
	"Sleepycat",
	"Soundex",
	"Spencer-86",
	"Spencer-94",
	"Spencer-99",
	"SugarCRM-1.1.3",
	"Sun-PPP",
	"Sun-PPP-2000",
	"SunPro",
	"Symlinks",
	"TAPR-OHL-1.0",
	"TCL",
	"TCP-wrappers",
	"TGPPL-1.0",
	"TMate",
	"TORQUE-1.1",
	"TOSL",
	"TPDL",
	"TPL-1.0",
	"TTWL",
	"TTYP0",
	"TU-Berlin-1.0",
	"TU-Berlin-2.0",
	"TekHVC",
	"TermReadKey",
	"ThirdEye",
	"TrustedQSL",
	"UCAR",
	"UCL-1.0",
	"UMich-Merit",
	"UPL-1.0",
	"URT-RLE",
	"Ubuntu-font-1.0",
	"UnRAR",
	"Unicode-3.0",
	"Unicode-DFS-2015",
	"Unicode-DFS-2016",
	"Unicode-TOU",
	"UnixCrypt",
	"Unlicense",
	"Unlicense-libtelnet",
	"Unlicense-libwhirlpool",
	"VOSTROM",
	"VSL-1.0",
	"Vim",
	"Vixie-Cron",
	"W3C",
	"W3C-19980720",
	"W3C-20150513",
	"WTFNMFPL",
	"WTFPL",
	"Watcom-1.0",
	"Widget-Workshop",
	"WordNet",
	"Wsuipa",
	"X11",
	"X11-distribute-modifications-variant",
	"X11-no-permit-persons",
	"X11-swapped",
	"XFree86-1.1",
	"XSkat",
	"Xdebug-1.03",
	"Xerox",
	"Xfig",
	"Xnet",
	"YPL-1.0",
	"YPL-1.1",
	"ZPL-1.1",
	"ZPL-2.0",
	"ZPL-2.1",
	"Zed",
	"Zeeff",
	"Zend-2.0",
	"Zimbra-1.3",
	"Zimbra-1.4",
	"Zlib",
	"any-OSI",
	"any-OSI-perl-modules",
	"atc-game",
	"bcrypt-Solar-Designer",
	"blessing",
	"bzip2-1.0.6",
	"check-cvs",
	"checkmk",
	"copyleft-next-0.3.0",
	"copyleft-next-0.3.1",
	"curl",
	"cve-tou",
	"diffmark",
	"dtoa",
	"dvipdfm",
	"eGenix",
	"etalab-2.0",
	"fwlw",
	"gSOAP-1.3b",
	"generic-xts",
	"gnuplot",
	"gtkbook",
	"hdparm",
	"hyphen-bulgarian",
	"iMatix",
	"jove",
	"libpng-1.6.35",
	"libpng-2.0",
	"libselinux-1.0",
	"libtiff",
	"libutil-David-Nugent",
	"lsof",
	"magaz",
	"mailprio",
	"man2html",
	"metamail",
	"mpi-permissive",
	"mpich2",
	"mplus",
	"ngrep",
	"pkgconf",
	"pnmstitch",
	"psfrag",
	"psutils",
	"python-ldap",
	"radvd",
	"snprintf",
	"softSurfer",
	"ssh-keyscan",
	"swrule",
	"threeparttable",
	"ulem",
	"w3m",
	"wwl",
	"xinetd",
	"xkeyboard-config-Zinoviev",
	"xlock",
	"xpp",
	"xzoom",
	"zlib-acknowledgement"
];
var deprecatedLicenses = [
	"AGPL-1.0",
	"AGPL-3.0",
	"BSD-2-Clause-FreeBSD",
	"BSD-2-Clause-NetBSD",
	"GFDL-1.1",
	"GFDL-1.2",
	"GFDL-1.3",
	"GPL-1.0",
	"GPL-2.0",
	"GPL-2.0-with-GCC-exception",
	"GPL-2.0-with-autoconf-exception",
	"GPL-2.0-with-bison-exception",
	"GPL-2.0-with-classpath-exception",
	"GPL-2.0-with-font-exception",
	"GPL-3.0",
	"GPL-3.0-with-GCC-exception",
	"GPL-3.0-with-autoconf-exception",
	"LGPL-2.0",
	"LGPL-2.1",
	"LGPL-3.0",
	"Net-SNMP",
	"Nunit",
	"StandardML-NJ",
	"bzip2-1.0.5",
	"eCos-2.0",
	"wxWindows"
];
var exceptions = [
	"389-exception",
	"Asterisk-exception",
	"Autoconf-exception-2.0",
	"Autoconf-exception-3.0",
	"Autoconf-exception-generic",
	"Autoconf-exception-generic-3.0",
	"Autoconf-exception-macro",
	"Bison-exception-1.24",
	"Bison-exception-2.2",
	"Bootloader-exception",
	"CLISP-exception-2.0",
	"Classpath-exception-2.0",
	"DigiRule-FOSS-exception",
	"FLTK-exception",
	"Fawkes-Runtime-exception",
	"Font-exception-2.0",
	"GCC-exception-2.0",
	"GCC-exception-2.0-note",
	"GCC-exception-3.1",
	"GNAT-exception",
	"GNOME-examples-exception",
	"GNU-compiler-exception",
	"GPL-3.0-interface-exception",
	"GPL-3.0-linking-exception",
	"GPL-3.0-linking-source-exception",
	"GPL-CC-1.0",
	"GStreamer-exception-2005",
	"GStreamer-exception-2008",
	"Gmsh-exception",
	"KiCad-libraries-exception",
	"LGPL-3.0-linking-exception",
	"LLGPL",
	"LLVM-exception",
	"LZMA-exception",
	"Libtool-exception",
	"Linux-syscall-note",
	"Nokia-Qt-exception-1.1",
	"OCCT-exception-1.0",
	"OCaml-LGPL-linking-exception",
	"OpenJDK-assembly-exception-1.0",
	"PS-or-PDF-font-exception-20170817",
	"QPL-1.0-INRIA-2004-exception",
	"Qt-GPL-exception-1.0",
	"Qt-LGPL-exception-1.1",
	"Qwt-exception-1.0",
	"SANE-exception",
	"SHL-2.0",
	"SHL-2.1",
	"SWI-exception",
	"Swift-exception",
	"Texinfo-exception",
	"UBDL-exception",
	"Universal-FOSS-exception-1.0",
	"WxWindows-exception-3.1",
	"cryptsetup-OpenSSL-exception",
	"eCos-exception-2.0",
	"fmt-exception",
	"freertos-exception-2.0",
	"gnu-javamail-exception",
	"i2p-gpl-java-exception",
	"libpri-OpenH323-exception",
	"mif-exception",
	"openvpn-openssl-exception",
	"stunnel-exception",
	"u-boot-exception-2.0",
	"vsftpd-openssl-exception",
	"x11vnc-openssl-exception"
];

// packages/spdx/src/identifiers.ts
const LICENSES = byLowerCase([...licenses, ...deprecatedLicenses]);
const EXCEPTIONS = byLowerCase(exceptions);
const LICENSE_IDS = licenses;
const DEPRECATED_LICENSE_IDS = deprecatedLicenses;
const EXCEPTION_IDS = exceptions;
function licenseId(text) {
	return LICENSES.get(text.toLowerCase());
}
function exceptionId(text) {
	return EXCEPTIONS.get(text.toLowerCase());
}
function byLowerCase(ids) {
	return new Map(ids.map((id) => [id.toLowerCase(), id]));
}

// packages/spdx/src/legacy-names.ts
const LEGACY_NAMES = {
	"0BSD": [
		"bsd zero clause license",
		"zero-clause bsd",
		"bsd 0-clause",
		"0-clause bsd license"
	],
	"AFL-3.0": [
		"academic free license 3.0",
		"academic free license v3.0",
		"afl 3.0",
		"afl v3.0"
	],
	"Apache-1.1": [
		"apache 1.1",
		"apache license 1.1",
		"apache license, version 1.1"
	],
	"Apache-2.0": [
		...named([
			"apache license",
			"apache software license",
			"the apache license"
		], ["2", "2.0"]),
		...named(["the apache software license", "apache"], ["2", "2.0"]),
		...[
			"apache2",
			"apache2.0",
			"apache-2",
			"apache-v2",
			"apache-v2.0",
			"apachev2",
			"apachev2.0"
		],
		...[
			"apache 2 license",
			"apache 2.0 license",
			"apache-2.0 license",
			"apache v2 license"
		],
		...[
			"apache license 2.0 (apache-2.0)",
			"apache licence 2.0",
			"apache licence, version 2.0"
		],
		...[
			"asl 2",
			"asl 2.0",
			"asl-2.0",
			"asl2.0",
			"al2",
			"al-2.0",
			"al2.0"
		]
	],
	"Artistic-2.0": [
		"artistic license 2.0",
		"the artistic license 2.0",
		"artistic 2.0"
	],
	"BSD-2-Clause": [
		...[
			"bsd 2-clause",
			"bsd 2 clause",
			"bsd 2-clause license",
			"bsd-2-clause license",
			"bsd-2"
		],
		...[
			"2-clause bsd",
			"2-clause bsd license",
			"the 2-clause bsd license",
			"bsd (2-clause)"
		],
		...[
			"simplified bsd",
			"simplified bsd license",
			"the simplified bsd license"
		],
		...[
			"bsd 2-clause \"simplified\" license",
			"bsd 2-clause (simplified)",
			"bsd2clause"
		]
	],
	"BSD-3-Clause": [
		...[
			"bsd 3-clause",
			"bsd 3 clause",
			"bsd 3-clause license",
			"bsd-3-clause license",
			"bsd-3"
		],
		...[
			"3-clause bsd",
			"3-clause bsd license",
			"the 3-clause bsd license",
			"bsd (3-clause)"
		],
		...[
			"new bsd",
			"new bsd license",
			"the new bsd license",
			"new bsd licence",
			"bsd-new"
		],
		...[
			"modified bsd",
			"modified bsd license",
			"the modified bsd license",
			"revised bsd"
		],
		...[
			"revised bsd license",
			"bsd 3-clause \"new\" or \"revised\" license",
			"bsd3clause"
		]
	],
	"BSL-1.0": [...named(["boost software license"], ["1.0"]), "boost software license - version 1.0"],
	"BlueOak-1.0.0": ["blue oak model license 1.0.0", "blue oak model license, version 1.0.0"],
	"CC-BY-3.0": [...creativeCommons("by", "attribution", "3.0"), "cc by 3.0 unported"],
	"CC-BY-4.0": creativeCommons("by", "attribution", "4.0"),
	"CC-BY-SA-3.0": creativeCommons("by-sa", "attribution-sharealike", "3.0"),
	"CC-BY-SA-4.0": creativeCommons("by-sa", "attribution-sharealike", "4.0"),
	"CC0-1.0": [...[
		"cc0",
		"cc0 1.0",
		"cc0 1.0 universal",
		"cc0 1.0 universal (cc0 1.0)",
		"cc0-1.0 universal"
	], ...["creative commons zero v1.0 universal", "creative commons zero 1.0 universal"]],
	"CDDL-1.0": named(["cddl", "common development and distribution license"], ["1.0"]),
	"CDDL-1.1": named(["cddl", "common development and distribution license"], ["1.1"]),
	"EPL-1.0": [...named(["eclipse public license", "epl"], ["1.0"]), "eclipse public license - v 1.0"],
	"EPL-2.0": [...named(["eclipse public license", "epl"], ["2.0"]), "eclipse public license - v 2.0"],
	"EUPL-1.2": named([
		"european union public license",
		"european union public licence",
		"eupl"
	], ["1.2"]),
	ISC: [
		"isc license",
		"the isc license",
		"isc licence",
		"isc license (isc)",
		"isc license (iscl)"
	],
	MIT: [
		...[
			"mit license",
			"the mit license",
			"mit licence",
			"the mit licence",
			"mit-license"
		],
		...[
			"mit license (mit)",
			"the mit license (mit)",
			"mit licensed",
			"the mit license.",
			"mit."
		],
		...[
			"expat",
			"expat license",
			"the expat license",
			"mit (expat)",
			"mit/expat",
			"mit license (expat)"
		]
	],
	"MPL-1.1": named(["mozilla public license", "mpl"], ["1.1"]),
	"MPL-2.0": [...named([
		"mozilla public license",
		"the mozilla public license",
		"mpl"
	], ["2", "2.0"]), ...[
		"mozilla public license 2.0 (mpl 2.0)",
		"mpl2",
		"mpl2.0",
		"mpl-2",
		"mpl-2.0 license"
	]],
	"MS-PL": ["microsoft public license", "microsoft public license (ms-pl)"],
	NCSA: ["university of illinois/ncsa open source license"],
	"OFL-1.1": named([
		"sil open font license",
		"sil ofl",
		"ofl",
		"open font license"
	], ["1.1"]),
	PostgreSQL: [
		"postgresql license",
		"the postgresql license",
		"postgresql licence"
	],
	"UPL-1.0": [...named(["universal permissive license"], ["1.0"]), "upl 1.0"],
	Unlicense: [
		"the unlicense",
		"the unlicense (unlicense)",
		"unlicense license"
	],
	WTFPL: [
		"wtfpl 2",
		"wtfpl 2.0",
		"wtfpl-2.0",
		"wtfpl license",
		"wtfplv2"
	],
	Zlib: [
		"zlib license",
		"the zlib license",
		"zlib/libpng license",
		"the zlib/libpng license"
	],
	...gnu("GPL", "gpl", "general public license", ["2", "2.0"], "2.0"),
	...gnu("GPL", "gpl", "general public license", ["3", "3.0"], "3.0"),
	...gnu("LGPL", "lgpl", "lesser general public license", ["2.1"], "2.1"),
	...gnu("LGPL", "lgpl", "lesser general public license", ["3", "3.0"], "3.0"),
	...gnu("AGPL", "agpl", "affero general public license", ["3", "3.0"], "3.0")
};
function named(names, versions) {
	return names.flatMap((name) => versions.flatMap((version) => [
		`${name} ${version}`,
		`${name} v${version}`,
		`${name} v. ${version}`,
		`${name} version ${version}`,
		`${name}, version ${version}`
	]));
}
function creativeCommons(short, long, version) {
	return [
		`cc ${short} ${version}`,
		`cc-${short} ${version}`,
		`creative commons ${long} ${version}`,
		`creative commons ${long} ${version} international`
	].filter((name) => version === "4.0" || !name.endsWith("international"));
}
function gnu(prefix, short, long, versions, version) {
	const one = [...named([
		short,
		`gnu ${short}`,
		`gnu ${long}`,
		`the gnu ${long}`,
		long
	], versions), ...versions.flatMap((v) => [
		`${short}${v}`,
		`${short}-${v}`,
		`${short}-v${v}`,
		`${short}v${v}`
	])].filter((name) => name !== `${short}-${version}`);
	return {
		[`${prefix}-${version}-only`]: [...one, ...one.map((name) => `${name} only`)],
		[`${prefix}-${version}-or-later`]: one.flatMap((name) => [`${name}+`, `${name} or later`])
	};
}

// packages/spdx/src/deprecated.ts
const SUCCESSORS = /* @__PURE__ */ new Map([
	["GPL-2.0-with-GCC-exception", gpl("GPL-2.0-only", "GCC-exception-2.0")],
	["GPL-2.0-with-autoconf-exception", gpl("GPL-2.0-only", "Autoconf-exception-2.0")],
	["GPL-2.0-with-bison-exception", gpl("GPL-2.0-only", "Bison-exception-2.2")],
	["GPL-2.0-with-classpath-exception", gpl("GPL-2.0-only", "Classpath-exception-2.0")],
	["GPL-2.0-with-font-exception", gpl("GPL-2.0-only", "Font-exception-2.0")],
	["GPL-3.0-with-GCC-exception", gpl("GPL-3.0-only", "GCC-exception-3.1")],
	["GPL-3.0-with-autoconf-exception", gpl("GPL-3.0-only", "Autoconf-exception-3.0")],
	["eCos-2.0", gpl("GPL-2.0-or-later", "eCos-exception-2.0")],
	["wxWindows", gpl("GPL-2.0-or-later", "WxWindows-exception-3.1")],
	["Nunit", {
		id: "zlib-acknowledgement",
		orLater: false
	}],
	["StandardML-NJ", {
		id: "SMLNJ",
		orLater: false
	}],
	["BSD-2-Clause-NetBSD", {
		id: "BSD-2-Clause",
		orLater: false
	}]
]);
const EXCEPTION_SUCCESSORS = /* @__PURE__ */ new Map([["Nokia-Qt-exception-1.1", "Qt-LGPL-exception-1.1"]]);
const BARE_GNU = /^(?:A?GPL|LGPL|GFDL)-\d\.\d$/;
const FINAL_GNU = /^(?:A?GPL|LGPL|GFDL)-.*-(?:only|or-later)$/;
function currentForm(written) {
	const { id, orLater } = written;
	const exception = written.exception === void 0 ? void 0 : EXCEPTION_SUCCESSORS.get(written.exception) ?? written.exception;
	const rest = exception === void 0 ? {} : { exception };
	if (orLater && FINAL_GNU.test(id)) return `"+" can't follow ${id}, which already says whether later versions count`;
	if (BARE_GNU.test(id)) return {
		id: `${id}-${orLater ? "or-later" : "only"}`,
		orLater: false,
		...rest
	};
	const successor = SUCCESSORS.get(id);
	if (successor === void 0) return {
		id,
		orLater,
		...rest
	};
	if (successor.exception !== void 0 && (exception !== void 0 || orLater)) return `${id} stands for ${successor.id} WITH ${successor.exception}; neither "+" nor WITH can follow it`;
	return {
		...successor,
		orLater,
		...rest
	};
}
function gpl(id, exception) {
	return {
		id,
		orLater: false,
		exception
	};
}

// packages/spdx/src/legacy-urls.ts
const ID_PAGES = [
	"spdx.org/licenses/",
	"opensource.org/licenses/",
	"opensource.org/license/",
	"choosealicense.com/licenses/",
	"licenses.nuget.org/"
];
const PAGES = /* @__PURE__ */ new Map([
	["apache.org/licenses/license-2.0", "Apache-2.0"],
	["apache.org/licenses/license-1.1", "Apache-1.1"],
	["boost.org/license_1_0", "BSL-1.0"],
	["creativecommons.org/licenses/by/3.0", "CC-BY-3.0"],
	["creativecommons.org/licenses/by/4.0", "CC-BY-4.0"],
	["creativecommons.org/licenses/by-sa/3.0", "CC-BY-SA-3.0"],
	["creativecommons.org/licenses/by-sa/4.0", "CC-BY-SA-4.0"],
	["creativecommons.org/publicdomain/zero/1.0", "CC0-1.0"],
	["eclipse.org/legal/epl-v10", "EPL-1.0"],
	["eclipse.org/legal/epl-v20", "EPL-2.0"],
	["gnu.org/licenses/agpl-3.0", "AGPL-3.0-only"],
	["gnu.org/licenses/gpl-3.0", "GPL-3.0-only"],
	["gnu.org/licenses/lgpl-3.0", "LGPL-3.0-only"],
	["gnu.org/licenses/old-licenses/gpl-2.0", "GPL-2.0-only"],
	["gnu.org/licenses/old-licenses/lgpl-2.1", "LGPL-2.1-only"],
	["mozilla.org/mpl/1.1", "MPL-1.1"],
	["mozilla.org/mpl/2.0", "MPL-2.0"],
	["opensource.org/licenses/apache2.0", "Apache-2.0"],
	["opensource.org/licenses/mit-license", "MIT"],
	["opensource.org/licenses/isc-license", "ISC"],
	["unlicense.org", "Unlicense"]
]);
function licenseOfUrl(text) {
	const match = /^https?:\/\/(?:www\.)?(\S+)$/i.exec(text);
	if (match === null) return void 0;
	const page = withoutEnding(match[1]?.toLowerCase() ?? "");
	const known = PAGES.get(page);
	if (known !== void 0) return known;
	const prefix = ID_PAGES.find((start) => page.startsWith(start));
	const id = prefix === void 0 ? void 0 : licenseId(page.slice(prefix.length));
	if (id === void 0) return void 0;
	const form = currentForm({
		id,
		orLater: false
	});
	return typeof form === "string" ? void 0 : printForm(form);
}
function withoutEnding(page) {
	let rest = page.endsWith("/") ? page.slice(0, -1) : page;
	for (const ending of [
		".html",
		".txt",
		".php",
		".json",
		".en"
	]) if (rest.endsWith(ending)) rest = rest.slice(0, -ending.length);
	return rest;
}

// packages/spdx/src/legacy.ts
const PROPRIETARY = [...[
	"unlicensed",
	"proprietary",
	"proprietary license",
	"commercial",
	"commercial license"
], ...[
	"all rights reserved",
	"closed source",
	"private",
	"not licensed",
	"no license"
]];
const RIDERS = [
	"commons clause",
	"the commons clause",
	"commons clause license condition v1.0"
];
const RIDER_JOINTS = [
	" with ",
	" + ",
	" and "
];
const FAMILY_NAMES = [
	[/^GPL-/, [
		"gpl",
		"gnu gpl",
		"gnu general public license",
		"general public license",
		"the gpl"
	]],
	[/^LGPL-/, [
		"lgpl",
		"gnu lgpl",
		"gnu lesser general public license",
		"gnu library general public license"
	]],
	[/^AGPL-/, [
		"agpl",
		"gnu agpl",
		"gnu affero general public license"
	]],
	[/^GFDL-/, [
		"gfdl",
		"gnu fdl",
		"gnu free documentation license"
	]],
	[/^MPL-/, ["mpl", "mozilla public license"]],
	[/^EPL-/, ["epl", "eclipse public license"]],
	[/^CDDL-/, ["cddl", "common development and distribution license"]],
	[/^EUPL-/, [
		"eupl",
		"european union public licence",
		"european union public license"
	]],
	[/^CC-BY-\d/, [
		"cc-by",
		"cc by",
		"creative commons attribution"
	]],
	[/^CC-BY-SA-\d/, [
		"cc-by-sa",
		"cc by-sa",
		"creative commons attribution-sharealike"
	]],
	[/^CC-BY-NC-\d/, [
		"cc-by-nc",
		"cc by-nc",
		"creative commons attribution-noncommercial"
	]]
];
const AMBIGUOUS = [
	...[
		"bsd",
		"bsd license",
		"the bsd license",
		"bsd licence",
		"bsd-style",
		"bsd style",
		"bsd-like"
	],
	...[
		"apache",
		"apache license",
		"apache software license",
		"asl",
		"artistic",
		"artistic license"
	],
	...[
		"python",
		"python license",
		"psf",
		"python software foundation license",
		"mit-like",
		"mit style"
	],
	...[
		"x11",
		"mit x11",
		"public domain",
		"public-domain",
		"free",
		"open source",
		"bsl"
	],
	...[
		"custom",
		"dual",
		"dual license",
		"see license",
		"see license file",
		"license",
		"creative commons"
	]
];
const SLASHED_PAIRS = [["MIT", "X11"]];
const SLASHED = [
	"0BSD",
	"Apache-2.0",
	"BSD-2-Clause",
	"BSD-3-Clause",
	"BSL-1.0",
	"CC0-1.0"
].concat([
	"ISC",
	"MIT",
	"MPL-2.0",
	"Unlicense",
	"Zlib"
]);
const MEANINGS = buildTable();
function legacyKey(text) {
	return text.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
function legacyMeaning(text) {
	const key = legacyKey(text);
	const known = MEANINGS.get(key);
	if (known !== void 0) return known;
	if (isRidden(key)) return {
		kind: "denied",
		reason: "the Commons Clause forbids selling"
	};
	const page = licenseOfUrl(key);
	return page === void 0 ? void 0 : {
		kind: "expression",
		text: page
	};
}
function slashedChoice(text) {
	const parts = text.split("/").map((part) => licenseId(part.trim()));
	return parts.length > 1 && parts.every((id) => id !== void 0) ? parts.join(" OR ") : void 0;
}
function buildTable() {
	const table = /* @__PURE__ */ new Map();
	for (const [text, names] of Object.entries(LEGACY_NAMES)) for (const name of names) table.set(name, {
		kind: "expression",
		text
	});
	for (const left of SLASHED) for (const right of SLASHED) {
		if (left === right) continue;
		const text = `${left} OR ${right}`;
		table.set(`${left}/${right}`.toLowerCase(), {
			kind: "expression",
			text
		});
	}
	for (const [left, right] of SLASHED_PAIRS) {
		const meaning = {
			kind: "expression",
			text: `${left} OR ${right}`
		};
		table.set(`${left}/${right}`.toLowerCase(), meaning);
		table.set(`${right}/${left}`.toLowerCase(), meaning);
	}
	for (const name of PROPRIETARY) table.set(name, {
		kind: "denied",
		reason: "it is proprietary"
	});
	for (const name of AMBIGUOUS) table.set(name, { kind: "ambiguous" });
	for (const [prefix, names] of FAMILY_NAMES) {
		const members = LICENSE_IDS.filter((id) => prefix.test(id));
		for (const name of names) table.set(name, {
			kind: "family",
			members
		});
	}
	return table;
}
function isRidden(key) {
	if (RIDERS.includes(key)) return true;
	return RIDERS.some((rider) => RIDER_JOINTS.some((joint) => {
		if (!key.endsWith(joint + rider)) return false;
		const license = key.slice(0, -(joint + rider).length);
		return licenseId(license) !== void 0 || MEANINGS.get(license)?.kind === "expression";
	}));
}

// packages/spdx/src/term.ts
const LICENSE_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const ADDITION_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/;
const WORDS = /* @__PURE__ */ new Map([
	["none", "NONE"],
	["noassertion", "NOASSERTION"],
	["other", "OTHER"]
]);
const MAX_SHOWN$1 = 64;
function readTerm(license, addition) {
	const span = {
		start: license.span.start,
		end: (addition ?? license).span.end
	};
	const exception = addition === void 0 ? void 0 : readException(addition);
	if (typeof exception === "object") return exception;
	const word = WORDS.get(license.text.toLowerCase());
	if (word !== void 0) return exception === void 0 ? {
		kind: "word",
		word,
		span
	} : {
		message: `an exception can't follow ${word}`,
		span
	};
	const rest = exception === void 0 ? {} : { exception };
	if (LICENSE_REF.test(license.text)) return {
		kind: "reference",
		name: license.text,
		...rest,
		span
	};
	const orLater = license.text.endsWith("+");
	const id = licenseId(orLater ? license.text.slice(0, -1) : license.text);
	if (id === void 0) return unknownId(license);
	const written = {
		id,
		orLater,
		...rest
	};
	const form = currentForm(written);
	return typeof form === "string" ? {
		message: form,
		span
	} : {
		kind: "license",
		written,
		form,
		span
	};
}
function readException(token) {
	if (ADDITION_REF.test(token.text)) return token.text;
	return exceptionId(token.text) ?? {
		message: `${shown(token)} is no SPDX exception id`,
		span: token.span
	};
}
function unknownId(token) {
	return {
		message: token.text === "+" ? "no white space can stand before \"+\"" : `${shown(token)} is no SPDX licence id`,
		span: token.span
	};
}
function shown(token) {
	return token.text.length > MAX_SHOWN$1 ? `${token.text.slice(0, MAX_SHOWN$1)}…` : token.text;
}

// packages/spdx/src/tokenizer.ts
const MAX_EXPRESSION_LENGTH = 4096;
const SPACE = /[ \t\r\n\f\v]+/y;
const WORD = /[A-Za-z0-9.\-+:]+/y;
function tokenize(text) {
	if (text.length > 4096) return {
		message: `it has ${text.length} characters; at most ${MAX_EXPRESSION_LENGTH} are read`,
		span: {
			start: 0,
			end: text.length
		}
	};
	const tokens = [];
	let at = 0;
	while (at < text.length) {
		const character = text[at];
		const span = {
			start: at,
			end: at + 1
		};
		if (character === "(" || character === ")") {
			tokens.push({
				kind: character,
				text: character,
				span
			});
			at++;
			continue;
		}
		const space = matchAt(SPACE, text, at);
		if (space !== void 0) {
			at += space.length;
			continue;
		}
		const word = matchAt(WORD, text, at);
		if (word === void 0) return {
			message: `${nameOf(text, at)} can't stand in an expression`,
			span
		};
		tokens.push({
			kind: "word",
			text: word,
			span: {
				start: at,
				end: at + word.length
			}
		});
		at += word.length;
	}
	tokens.push({
		kind: "end",
		text: "",
		span: {
			start: text.length,
			end: text.length
		}
	});
	return tokens;
}
function matchAt(pattern, text, at) {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}
function nameOf(text, at) {
	const code = text.codePointAt(at) ?? 0;
	if (code > 32 && code < 127) return `"${String.fromCodePoint(code)}"`;
	return `the character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

// packages/spdx/src/parser.ts
const MAX_EXPRESSION_DEPTH = 64;
const OPERATORS = /* @__PURE__ */ new Map([
	["AND", "AND"],
	["and", "AND"],
	["OR", "OR"],
	["or", "OR"],
	["WITH", "WITH"],
	["with", "WITH"]
]);
function parseExpression(text) {
	const tokens = tokenize(text);
	if ("message" in tokens) return {
		ok: false,
		problem: tokens
	};
	const cursor = {
		tokens,
		at: 0,
		depth: 0
	};
	const expression = readCompound(cursor, "OR");
	if ("message" in expression) return {
		ok: false,
		problem: expression
	};
	const rest = current(cursor);
	if (rest.kind !== "end") return {
		ok: false,
		problem: unexpected(rest)
	};
	return {
		ok: true,
		expression
	};
}
function readCompound(cursor, operator) {
	const kind = operator === "AND" ? "and" : "or";
	const operands = [];
	const start = current(cursor).span.start;
	do {
		if (operands.length > 0) cursor.at++;
		const operand = operator === "OR" ? readCompound(cursor, "AND") : readOperand(cursor);
		if ("message" in operand) return operand;
		if (operand.kind === kind) operands.push(...operand.operands);
		else operands.push(operand);
	} while (operatorOf(current(cursor)) === operator);
	const [only] = operands;
	if (only !== void 0 && operands.length === 1) return only;
	return {
		kind,
		operands,
		span: {
			start,
			end: cursor.tokens[cursor.at - 1]?.span.end ?? start
		}
	};
}
function readOperand(cursor) {
	const token = current(cursor);
	if (token.kind === "(") return readParentheses(cursor, token);
	if (token.kind !== "word" || operatorOf(token) !== void 0) return unexpected(token);
	cursor.at++;
	if (operatorOf(current(cursor)) !== "WITH") return readTerm(token, void 0);
	cursor.at++;
	const addition = current(cursor);
	if (addition.kind !== "word" || operatorOf(addition) !== void 0) return unexpected(addition);
	cursor.at++;
	return readTerm(token, addition);
}
function readParentheses(cursor, open) {
	if (cursor.depth >= 64) return {
		message: `parentheses stand more than ${64} deep`,
		span: open.span
	};
	cursor.at++;
	cursor.depth++;
	const inner = readCompound(cursor, "OR");
	if ("message" in inner) return inner;
	if (current(cursor).kind !== ")") return unexpected(current(cursor));
	cursor.at++;
	cursor.depth--;
	const next = current(cursor);
	if (operatorOf(next) === "WITH") return {
		message: "WITH can only follow a single licence",
		span: next.span
	};
	return inner;
}
function current(cursor) {
	return cursor.tokens[cursor.at] ?? cursor.tokens.at(-1) ?? {
		kind: "end",
		text: "",
		span: {
			start: 0,
			end: 0
		}
	};
}
function operatorOf(token) {
	return token.kind === "word" ? OPERATORS.get(token.text) : void 0;
}
function unexpected(token) {
	const { span } = token;
	if (token.kind === "end") return {
		message: "it ends where a licence or \")\" must follow",
		span
	};
	if (token.kind !== "word") return {
		message: `"${token.text}" can't stand here`,
		span
	};
	const upper = token.text.toUpperCase();
	if (OPERATORS.has(upper) && !OPERATORS.has(token.text)) return {
		message: `the operator ${token.text} must be ${upper} or ${upper.toLowerCase()}`,
		span
	};
	if (OPERATORS.has(upper)) return {
		message: `the operator ${token.text} can't stand here`,
		span
	};
	if (token.text === "+") return {
		message: "no white space can stand before \"+\"",
		span
	};
	return {
		message: "AND, OR or WITH must stand between two names",
		span
	};
}

// packages/spdx/src/allow-list.ts
const MAX_SHOWN = 80;
function loadAllowList(entries, placeOf = () => "") {
	if (entries.length === 0) throw new UsageError("The licence allow list is empty: no package could pass", { hint: "List the SPDX ids that you allow in `licenses.allow`, or leave the key out for the default list." });
	const list = [];
	const byKey = /* @__PURE__ */ new Map();
	const problems = [];
	for (const [priority, text] of entries.entries()) {
		const term = readEntry(text);
		if (typeof term === "string") {
			problems.push(`${placeOf(priority)}${term}`);
			continue;
		}
		const entry = {
			text: term.kind === "license" ? printForm(term.form) : printTerm(term),
			priority
		};
		list.push(entry);
		const key = keyOf(term);
		if (!byKey.has(key)) byKey.set(key, entry);
	}
	const [first, ...others] = problems;
	if (first !== void 0) throw new UsageError(first, {
		problems: others,
		hint: "An entry of `licenses.allow` is one SPDX id (https://spdx.org/licenses), an id WITH an exception, or a LicenseRef."
	});
	return {
		entries: list,
		byKey
	};
}
function keyOf(term) {
	if (term.kind === "license") return printForm(term.form).toLowerCase();
	return printTerm(term).toLowerCase();
}
function readEntry(text) {
	const name = `The entry ${JSON.stringify(text.slice(0, MAX_SHOWN))} of the licence allow list`;
	const parsed = parseExpression(text);
	if (!parsed.ok) return `${name} is not allowed: ${parsed.problem.message}${whatInstead(text)}`;
	const { expression } = parsed;
	if (expression.kind === "license" || expression.kind === "reference") return expression;
	if (expression.kind === "and" || expression.kind === "or") return `${name} joins licences with ${expression.kind.toUpperCase()}; give each licence an entry of its own`;
	return `${name} is not a licence`;
}
function canBeAllowed(text) {
	return typeof readEntry(text) !== "string";
}
function whatInstead(text) {
	const meaning = legacyMeaning(text);
	switch (meaning?.kind) {
		case "expression": return `; did you mean "${meaning.text}"?`;
		case "family": return `; it names no version: list each that you allow, such as ${meaning.members.slice(0, 3).join(", ")}`;
		case "ambiguous": return "; several licences have that name: list the SPDX id of each that you allow";
		case "denied": return `; ${meaning.reason}, and no entry allows that for every package: accept a package under \`licenses.exceptions\``;
		default: {
			const near = nearest(text.trim(), LICENSE_IDS);
			return near === void 0 ? "" : `; did you mean "${near}"?`;
		}
	}
}

// packages/spdx/src/classes.ts
const LICENSE_CLASSES = [
	"network copyleft",
	"strong copyleft",
	"non-commercial",
	"weak copyleft",
	"other",
	"permissive",
	"public domain"
];
const ROWS = [
	["network copyleft", /^(agpl-|sspl-|osl-|eupl-|cpal-|rpl-|rpsl-|parity-)/],
	["non-commercial", /^(cc-by-nc|polyform-|busl-|elastic-|prosperity-)/],
	["weak copyleft", /^(lgpl-|mpl-|epl-|cddl-|cpl-|ipl-|ms-rl$|npl-|spl-|cecill-c$|erlpl-|nokia$|ofl-|apsl-|lppl-|gfdl-|cc-by-sa-|odbl-)/],
	["strong copyleft", /^(gpl-|cecill-\d|qpl-|sleepycat$|copyleft-next-|cern-ohl-s-)/],
	["public domain", /^(unlicense$|cc0-|0bsd$|pddl-|blessing$|cc-pddc$|mit-0$|wtfpl$)/],
	["permissive", /^(mit$|mit-|bsd-[1-4]-|apache-|isc$|zlib|python-|psf-|bsl-1|artistic-2|cc-by-[1-4]|blueoak-|ncsa$|x11|w3c|unicode-|curl$|libpng|hpnd|afl-|ms-pl$|postgresql$|openssl|ftl$|ijg|icu$|tcl$|zpl-|php-|ecl-|mulanpsl-|cnri-|upl-|ntp$)/]
];
function classOf(id) {
	const lower = id.toLowerCase();
	return ROWS.find(([, pattern]) => pattern.test(lower))?.[0] ?? "other";
}
function classOfExpression(expression) {
	switch (expression.kind) {
		case "license": return classOf(expression.form.id);
		case "reference": return "other";
		case "family": return pick(expression.members.map(classOf), Math.min);
		case "and":
		case "or": {
			const classes = expression.operands.map(classOfExpression);
			if (expression.kind === "and") return pick(present(classes), Math.min);
			return classes.includes(void 0) ? void 0 : pick(present(classes), Math.max);
		}
		default: return;
	}
}
function present(classes) {
	return classes.filter((each) => each !== void 0);
}
function pick(classes, choose) {
	const ranks = classes.map((each) => LICENSE_CLASSES.indexOf(each));
	return ranks.length === 0 ? void 0 : LICENSE_CLASSES[choose(...ranks)];
}

// packages/spdx/src/declared.ts
function normalizeDeclared(value, { slashIsOr = false } = {}) {
	const choice = slashIsOr && typeof value === "string" ? slashedChoice(value) : void 0;
	if (choice !== void 0) return {
		...normalizeText(choice),
		warnings: ["ids are joined with a slash in the place of OR"]
	};
	if (Array.isArray(value)) return normalizeList(value);
	if (typeof value === "string") return normalizeText(value);
	if (value === void 0 || value === null) return undeclared("", "no licence is declared");
	if (typeof value !== "object") return undeclared(String(value), `a ${typeof value} is declared in the place of a licence`);
	return normalizeObject(value);
}
const MAX_MEMBERS = 64;
const OPERATOR_WORD = /(?:^|[\s()])(?:and|or|with)(?:$|[\s()])/i;
const GLUED_OPERATOR = /[a-z0-9](?:AND|OR|WITH)(?:[\s(]|$)|(?:^|[\s)])(?:AND|OR|WITH)[A-Z0-9]/;
const KNOWN_TEXTS = 256;
const KNOWN_TEXT_LENGTH = 256;
const knownTexts = /* @__PURE__ */ new Map();
function normalizeText(text) {
	const known = knownTexts.get(text);
	if (known !== void 0) return known;
	const license = understandText(text);
	if (text.length <= KNOWN_TEXT_LENGTH && knownTexts.size < KNOWN_TEXTS) knownTexts.set(text, license);
	return license;
}
function understandText(text) {
	if (text.trim() === "") return undeclared("", "the declared licence is empty");
	const parsed = parseExpression(text);
	if (parsed.ok) return {
		kind: "expression",
		text: text.trim(),
		expression: parsed.expression,
		warnings: []
	};
	if (text.length > 4096) return invalid(text, parsed.problem);
	const meaning = legacyMeaning(text);
	if (meaning !== void 0) return fromLegacy(text.trim(), meaning);
	const reference = /^see licen[cs]e in (\S.*)$/i.exec(text.trim());
	if (reference !== null) {
		const file = reference[1] ?? "";
		return {
			...undeclared(text.trim(), "the licence is in a file of its own"),
			file
		};
	}
	return looksLikeExpression(text) ? invalid(text.trim(), parsed.problem) : undeclared(text.trim(), "it is free text and no SPDX expression");
}
function fromLegacy(text, meaning) {
	const span = whole(text);
	switch (meaning.kind) {
		case "ambiguous": return undeclared(text, "several licences have that name");
		case "family": return {
			kind: "expression",
			text,
			expression: {
				kind: "family",
				text,
				members: meaning.members,
				span
			},
			warnings: ["a name without a version is declared in the place of an SPDX id"]
		};
		case "denied": return {
			kind: "expression",
			text,
			expression: {
				kind: "opaque",
				text,
				verdict: "deny",
				reason: meaning.reason,
				span
			},
			warnings: []
		};
		case "expression": {
			const parsed = parseExpression(meaning.text);
			if (!parsed.ok) return invalid(text, parsed.problem);
			const warnings = [`a legacy spelling is declared in the place of ${meaning.text}`];
			return {
				kind: "expression",
				text,
				expression: parsed.expression,
				warnings
			};
		}
	}
}
function normalizeObject(value) {
	const { type, name, url } = value;
	const text = [
		type,
		name,
		url
	].find((part) => typeof part === "string" && part.trim() !== "");
	if (typeof text !== "string") return undeclared("", "the declared object names no licence");
	const inner = normalizeText(text);
	return {
		...inner,
		warnings: ["an object is declared in the place of text", ...inner.warnings]
	};
}
function normalizeList(values) {
	if (values.length === 0) return undeclared("", "the declared list is empty");
	if (values.length > MAX_MEMBERS) return undeclared("", `the declared list has ${values.length} members`);
	const members = values.map((value) => Array.isArray(value) ? undeclared("", "a list stands in the list") : normalizeDeclared(value));
	const text = members.map((member) => member.text).join(" OR ");
	const broken = members.find((member) => member.kind === "invalid");
	if (broken?.problem !== void 0) return invalid(text, broken.problem);
	const [only] = members;
	const warnings = [.../* @__PURE__ */ new Set(["a list is declared in the place of text; its members are taken as OR", ...members.flatMap((member) => member.warnings)])];
	if (only !== void 0 && members.length === 1) return {
		...only,
		warnings
	};
	const operands = members.flatMap(({ expression }) => expression.kind === "or" ? expression.operands : [expression]);
	return {
		kind: members.every((member) => member.kind === "undeclared") ? "undeclared" : "expression",
		text,
		expression: {
			kind: "or",
			operands,
			span: whole(text)
		},
		warnings
	};
}
function looksLikeExpression(text) {
	return /[()+,/]/.test(text) || OPERATOR_WORD.test(text) || GLUED_OPERATOR.test(text);
}
function undeclared(text, reason) {
	return {
		kind: "undeclared",
		text,
		expression: unknown(text, reason),
		warnings: []
	};
}
function invalid(text, problem) {
	return {
		kind: "invalid",
		text,
		expression: unknown(text, `it is no valid SPDX expression: ${problem.message}`),
		warnings: [],
		problem
	};
}
function unknown(text, reason) {
	return {
		kind: "opaque",
		text,
		verdict: "unknown",
		reason,
		span: whole(text)
	};
}
function whole(text) {
	return {
		start: 0,
		end: text.length
	};
}

// packages/spdx/src/families.ts
var import_spdx_satisfies = /* @__PURE__ */ __toESM(require_spdx_satisfies(), 1);
const SHARED_FAMILIES = [
	"AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0",
	"APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0",
	"Apache-1.0 Apache-1.1 Apache-2.0",
	"Artistic-1.0 Artistic-2.0",
	"BitTorrent-1.0 BitTorrent-1.1",
	"CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-3.0 CC-BY-4.0",
	"CC-BY-NC-1.0 CC-BY-NC-2.0 CC-BY-NC-2.5 CC-BY-NC-3.0 CC-BY-NC-4.0",
	"CC-BY-NC-ND-1.0 CC-BY-NC-ND-2.0 CC-BY-NC-ND-2.5 CC-BY-NC-ND-3.0 CC-BY-NC-ND-4.0",
	"CC-BY-NC-SA-1.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-2.5 CC-BY-NC-SA-3.0 CC-BY-NC-SA-4.0",
	"CC-BY-ND-1.0 CC-BY-ND-2.0 CC-BY-ND-2.5 CC-BY-ND-3.0 CC-BY-ND-4.0",
	"CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.5 CC-BY-SA-3.0 CC-BY-SA-4.0",
	"CDDL-1.0 CDDL-1.1",
	"ECL-1.0 ECL-2.0",
	"EFL-1.0 EFL-2.0",
	"EPL-1.0 EPL-2.0",
	"LPL-1.0 LPL-1.02",
	"LPPL-1.0 LPPL-1.1 LPPL-1.2 LPPL-1.3a LPPL-1.3c",
	"MPL-1.0 MPL-1.1 MPL-2.0",
	"MPL-1.0 MPL-1.1 MPL-2.0-no-copyleft-exception",
	"NPL-1.0 NPL-1.1",
	"OFL-1.0 OFL-1.1",
	"OLDAP-1.1 OLDAP-1.2 OLDAP-1.3 OLDAP-1.4 OLDAP-2.0 OLDAP-2.0.1 OLDAP-2.1 OLDAP-2.2 OLDAP-2.2.1 OLDAP-2.2.2 OLDAP-2.3 OLDAP-2.4 OLDAP-2.5 OLDAP-2.6 OLDAP-2.7 OLDAP-2.8",
	"OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0",
	"PHP-3.0 PHP-3.01",
	"RPL-1.1 RPL-1.5",
	"SGI-B-1.0 SGI-B-1.1 SGI-B-2.0",
	"YPL-1.0 YPL-1.1",
	"ZPL-1.1 ZPL-2.0 ZPL-2.1",
	"Zimbra-1.3 Zimbra-1.4",
	"bzip2-1.0.5 bzip2-1.0.6"
].map((row) => row.split(" "));
const OWN_FAMILIES = [
	"ASWF-Digital-Assets-1.0 ASWF-Digital-Assets-1.1",
	"CECILL-1.0 CECILL-1.1 CECILL-2.0 CECILL-2.1",
	"CERN-OHL-1.1 CERN-OHL-1.2",
	"DRL-1.0 DRL-1.1",
	"EUPL-1.0 EUPL-1.1 EUPL-1.2",
	"LAL-1.2 LAL-1.3",
	"MulanPSL-1.0 MulanPSL-2.0",
	"NLOD-1.0 NLOD-2.0",
	"OFL-1.0-RFN OFL-1.1-RFN",
	"OFL-1.0-no-RFN OFL-1.1-no-RFN",
	"OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0",
	"Parity-6.0.0 Parity-7.0.0",
	"SHL-0.5 SHL-0.51",
	"SISSL SISSL-1.2",
	"copyleft-next-0.3.0 copyleft-next-0.3.1"
].map((row) => row.split(" "));
const GNU_FAMILIES = [
	{
		prefix: "GPL-",
		versions: [
			"1.0",
			"2.0",
			"3.0"
		],
		variant: ""
	},
	{
		prefix: "LGPL-",
		versions: [
			"2.0",
			"2.1",
			"3.0"
		],
		variant: ""
	},
	{
		prefix: "AGPL-",
		versions: ["1.0", "3.0"],
		variant: ""
	},
	{
		prefix: "GFDL-",
		versions: [
			"1.1",
			"1.2",
			"1.3"
		],
		variant: ""
	},
	{
		prefix: "GFDL-",
		versions: [
			"1.1",
			"1.2",
			"1.3"
		],
		variant: "-invariants"
	},
	{
		prefix: "GFDL-",
		versions: [
			"1.1",
			"1.2",
			"1.3"
		],
		variant: "-no-invariants"
	}
];

// packages/spdx/src/later-versions.ts
const GNU_PERMITS = gnuPermits();
const PERMITS = plainPermits();
const PEER_FAMILIES = peerFamilies();
function permittedIds(form) {
	if (form.orLater) return PERMITS.get(form.id) ?? [form.id];
	return GNU_PERMITS.get(form.id) ?? [];
}
function isOrLater(form) {
	return form.orLater || GNU_PERMITS.has(form.id);
}
function secondOpinion(form, id) {
	if ([form.id, id].some((name) => name.length === 8 || name.length === 4)) return void 0;
	if (!PEER_FAMILIES.some((family) => family.has(form.id) && family.has(id))) return void 0;
	return (0, import_spdx_satisfies.default)(form.orLater ? `${form.id}+` : form.id, [id]);
}
function peerFamilies() {
	const gnu = GNU_FAMILIES.filter((family) => family.variant === "").map(({ prefix, versions }) => versions.flatMap((version) => [`${prefix}${version}-only`, `${prefix}${version}-or-later`]));
	return [...SHARED_FAMILIES, ...gnu].map((row) => new Set(row));
}
function plainPermits() {
	const permits = /* @__PURE__ */ new Map();
	for (const row of [...SHARED_FAMILIES, ...OWN_FAMILIES]) for (const [index, id] of row.entries()) {
		const known = permits.get(id) ?? [];
		permits.set(id, [.../* @__PURE__ */ new Set([...known, ...row.slice(index)])]);
	}
	return permits;
}
function gnuPermits() {
	const permits = /* @__PURE__ */ new Map();
	for (const { prefix, versions, variant } of GNU_FAMILIES) {
		const only = versions.map((version) => `${prefix}${version}${variant}-only`);
		for (const [index, version] of versions.entries()) permits.set(`${prefix}${version}${variant}-or-later`, only.slice(index));
	}
	return permits;
}

// packages/spdx/src/hints.ts
function forbiddenNear(term, allowList) {
	const { form } = term;
	const wanted = `add "${printForm(form)}" to the allow list`;
	if (form.exception !== void 0) {
		const near = [printForm({
			id: form.id,
			orLater: form.orLater
		}), ...permittedIds(form)].find((id) => allowList.byKey.has(id.toLowerCase()));
		return near === void 0 ? void 0 : `The entry "${near}" does not cover an exception: ${wanted} to accept it.`;
	}
	const key = form.id.toLowerCase();
	const withException = allowList.entries.find((entry) => entry.text.toLowerCase().startsWith(`${key} with `));
	if (withException !== void 0) return `The entry "${withException.text}" needs its exception: ${wanted} to accept it without.`;
	const range = rangesNear(term).find((id) => allowList.byKey.has(id.toLowerCase()));
	if (range === void 0) return void 0;
	return `The entry "${range}" names that one form and is no range: ${wanted} to accept it.`;
}
function rangesNear(term) {
	const { id } = term.form;
	if (!id.endsWith("-only") && !isOrLater(term.form)) return [`${id}+`];
	const versions = permittedIds({
		id: id.replace(/-only$/, "-or-later"),
		orLater: false
	});
	return [
		id.replace(/-only$/, "-or-later"),
		...versions.map((version) => version.replace(/-only$/, "-or-later")),
		...permittedIds(term.form).map((version) => `${version}+`)
	];
}

// packages/spdx/src/evaluate-term.ts
function evaluateTerm(term, allowList) {
	const base = {
		text: printTerm(term),
		span: term.span
	};
	switch (term.kind) {
		case "license": return {
			...base,
			...judgeLicense(term, allowList)
		};
		case "reference": return {
			...base,
			...judgeReference(term, allowList)
		};
		case "word": return term.word === "NONE" ? {
			...base,
			verdict: "deny",
			reason: "there is no licence"
		} : {
			...base,
			verdict: "unknown",
			reason: "the source makes no statement"
		};
		case "family": return {
			...base,
			...judgeFamily(term, allowList)
		};
		case "opaque": return {
			...base,
			verdict: term.verdict,
			reason: term.reason
		};
	}
}
function judgeLicense(term, allowList) {
	const exact = allowList.byKey.get(keyOf(term));
	if (exact !== void 0) return explicitlyAllowed(exact, printForm(term.written));
	const suffix = term.form.exception === void 0 ? "" : ` WITH ${term.form.exception}`;
	const steps = permittedIds(term.form).flatMap((id) => {
		const entry = allowList.byKey.get(`${id}${suffix}`.toLowerCase());
		return entry === void 0 ? [] : [{
			id,
			entry
		}];
	}).sort((a, b) => a.entry.priority - b.entry.priority);
	const step = steps.find(({ id }) => isConfirmed(term, id));
	if (step !== void 0) {
		const { entry } = step;
		return {
			verdict: "allow",
			reason: `permits ${entry.text}, which is allowed`,
			entry
		};
	}
	const [disputed] = steps;
	if (disputed !== void 0) return {
		verdict: "unknown",
		reason: `whether it permits ${disputed.id} is disputed`
	};
	if (isAddition(term.form.exception)) return unlistedAddition(printForm(term.form));
	const hint = forbiddenNear(term, allowList);
	return {
		verdict: "deny",
		reason: "not allowed",
		...hint === void 0 ? {} : { hint }
	};
}
function isConfirmed(term, id) {
	try {
		return secondOpinion(term.form, id) !== false;
	} catch {
		return false;
	}
}
function judgeReference(term, allowList) {
	const exact = allowList.byKey.get(keyOf(term));
	if (exact !== void 0) return explicitlyAllowed(exact, printTerm(term));
	if (isAddition(term.exception)) return unlistedAddition(printTerm(term));
	return {
		verdict: "deny",
		reason: "not allowed",
		hint: `A licence of one's own is allowed only by an entry of the same name, "${printTerm(term)}".`
	};
}
function judgeFamily(term, allowList) {
	const allowed = term.members.find((id) => allowList.byKey.has(id.toLowerCase()));
	return allowed === void 0 ? {
		verdict: "deny",
		reason: "no version of it is allowed"
	} : {
		verdict: "unknown",
		reason: `it names no version, and only some are allowed (${allowed})`
	};
}
function explicitlyAllowed(entry, written) {
	return {
		verdict: "allow",
		reason: entry.text.toLowerCase() === written.toLowerCase() ? "explicitly allowed" : `explicitly allowed as ${entry.text}`,
		entry
	};
}
function isAddition(exception) {
	return exception?.includes("AdditionRef-") ?? false;
}
function unlistedAddition(text) {
	return {
		verdict: "unknown",
		reason: "the addition is not an SPDX one and may restrict",
		hint: `Add "${text}" to the allow list if it does not.`
	};
}

// packages/spdx/src/evaluate.ts
function evaluate(expression, allowList) {
	const terms = [];
	const judged = judge(expression, (term) => {
		const judgement = evaluateTerm(term, allowList);
		terms.push(judgement);
		return judgement;
	});
	return judged.verdict === "allow" ? {
		verdict: "allow",
		terms,
		choice: [...new Set(judged.uses)].join(" AND ")
	} : {
		verdict: judged.verdict,
		terms
	};
}
const ORDER = {
	deny: 0,
	unknown: 1,
	allow: 2
};
function judge(expression, judgeLeaf) {
	if (expression.kind !== "and" && expression.kind !== "or") {
		const { verdict, entry } = judgeLeaf(expression);
		return {
			verdict,
			priority: entry?.priority ?? Number.MAX_SAFE_INTEGER,
			uses: entry === void 0 ? [] : [entry.text]
		};
	}
	const operands = expression.operands.map((operand) => judge(operand, judgeLeaf));
	const isAnd = expression.kind === "and";
	const [first, ...others] = operands;
	if (first === void 0) return {
		verdict: "unknown",
		priority: 0,
		uses: []
	};
	if (!isAnd) return others.reduce((best, other) => isBetter(other, best) ? other : best, first);
	return {
		verdict: others.reduce((least, other) => ORDER[other.verdict] < ORDER[least] ? other.verdict : least, first.verdict),
		priority: operands.reduce((most, operand) => Math.max(most, operand.priority), 0),
		uses: operands.flatMap((operand) => operand.uses)
	};
}
function isBetter(a, b) {
	if (a.verdict !== b.verdict) return ORDER[a.verdict] > ORDER[b.verdict];
	return a.priority < b.priority;
}

// packages/spdx/src/same-license.ts
function isSameLicense(a, b) {
	return licenseKey(a.expression) === licenseKey(b.expression);
}
function licenseKey(expression) {
	switch (expression.kind) {
		case "and":
		case "or": {
			const keys = [...new Set(expression.operands.map(licenseKey))].sort();
			const [only] = keys;
			if (only !== void 0 && keys.length === 1) return only;
			return `(${keys.join(` ${expression.kind} `)})`;
		}
		case "license":
		case "reference": return keyOf(expression);
		case "word": return expression.word.toLowerCase();
		default: return JSON.stringify(expression.text.trim().replaceAll(/\s+/g, " "));
	}
}

// packages/spdx/src/manifest.ts
function normalizeManifest(manifest, options = {}) {
	if (typeof manifest !== "object" || manifest === null) return normalizeDeclared(void 0);
	const { license, licenses, licence } = manifest;
	const single = isPresent(license) ? normalizeDeclared(license, options) : void 0;
	const list = isPresent(licenses) ? normalizeDeclared(Array.isArray(licenses) ? licenses : [licenses]) : void 0;
	if (single !== void 0 && list !== void 0 && !isSameLicense(single, list)) return conflict(single, list);
	if (single !== void 0) return single;
	if (list !== void 0) return list;
	const nothing = normalizeDeclared(license);
	if (!isPresent(licence)) return nothing;
	return {
		...nothing,
		warnings: ["the key `licence` is misspelt; npm reads `license`"]
	};
}
function isPresent(value) {
	return value !== void 0 && value !== null && value !== "";
}
function conflict(single, list) {
	const text = `${single.text}; ${list.text}`;
	return {
		kind: "undeclared",
		text,
		expression: {
			kind: "opaque",
			text,
			verdict: "unknown",
			reason: "`license` and `licenses` disagree",
			span: {
				start: 0,
				end: text.length
			}
		},
		warnings: []
	};
}

export { LICENSE_CLASSES as a, loadAllowList as c, normalizeDeclared as i, parseExpression as l, licenseKey as n, classOfExpression as o, evaluate as r, canBeAllowed as s, normalizeManifest as t, printExpression as u };