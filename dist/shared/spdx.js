import { r as __toESM } from "./rolldown-runtime.js";
import { Q as UsageError, a as nearest } from "./core.js";
import { t as require_spdx_satisfies } from "./npm-spdx-satisfies.js";
function printExpression(e) {
	switch (e.kind) {
		case "and": return e.operands.map((e) => e.kind === "or" ? `(${printExpression(e)})` : printExpression(e)).join(" AND ");
		case "or": return e.operands.map(printExpression).join(" OR ");
		default: return printTerm(e);
	}
}
function printTerm(e) {
	switch (e.kind) {
		case "license": return printForm(e.written);
		case "reference": return withException(e.name, e.exception);
		case "word": return e.word;
		default: return e.text;
	}
}
function printForm(e) {
	return withException(e.orLater ? `${e.id}+` : e.id, e.exception);
}
function withException(e, t) {
	return t === void 0 ? e : `${e} WITH ${t}`;
}
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
const LICENSES = byLowerCase([...licenses, ...deprecatedLicenses]);
const EXCEPTIONS = byLowerCase(exceptions);
const LICENSE_IDS = licenses;
const DEPRECATED_LICENSE_IDS = deprecatedLicenses;
const EXCEPTION_IDS = exceptions;
function licenseId(e) {
	return LICENSES.get(e.toLowerCase());
}
function exceptionId(e) {
	return EXCEPTIONS.get(e.toLowerCase());
}
function byLowerCase(e) {
	return new Map(e.map((e) => [e.toLowerCase(), e]));
}
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
function named(e, t) {
	return e.flatMap((e) => t.flatMap((t) => [
		`${e} ${t}`,
		`${e} v${t}`,
		`${e} v. ${t}`,
		`${e} version ${t}`,
		`${e}, version ${t}`
	]));
}
function creativeCommons(e, t, n) {
	return [
		`cc ${e} ${n}`,
		`cc-${e} ${n}`,
		`creative commons ${t} ${n}`,
		`creative commons ${t} ${n} international`
	].filter((e) => n === "4.0" || !e.endsWith("international"));
}
function gnu(e, t, n, r, i) {
	const a = [...named([
		t,
		`gnu ${t}`,
		`gnu ${n}`,
		`the gnu ${n}`,
		n
	], r), ...r.flatMap((e) => [
		`${t}${e}`,
		`${t}-${e}`,
		`${t}-v${e}`,
		`${t}v${e}`
	])].filter((e) => e !== `${t}-${i}`);
	return {
		[`${e}-${i}-only`]: [...a, ...a.map((e) => `${e} only`)],
		[`${e}-${i}-or-later`]: a.flatMap((e) => [`${e}+`, `${e} or later`])
	};
}
const SUCCESSORS = new Map([
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
const EXCEPTION_SUCCESSORS = new Map([["Nokia-Qt-exception-1.1", "Qt-LGPL-exception-1.1"]]);
const BARE_GNU = /^(?:A?GPL|LGPL|GFDL)-\d\.\d$/;
const FINAL_GNU = /^(?:A?GPL|LGPL|GFDL)-.*-(?:only|or-later)$/;
function currentForm(e) {
	const { id: t, orLater: n } = e;
	const r = e.exception === void 0 ? void 0 : EXCEPTION_SUCCESSORS.get(e.exception) ?? e.exception;
	const i = r === void 0 ? {} : { exception: r };
	if (n && FINAL_GNU.test(t)) return `"+" can't follow ${t}, which already says whether later versions count`;
	if (BARE_GNU.test(t)) return {
		id: `${t}-${n ? "or-later" : "only"}`,
		orLater: false,
		...i
	};
	const a = SUCCESSORS.get(t);
	if (a === void 0) return {
		id: t,
		orLater: n,
		...i
	};
	if (a.exception !== void 0 && (r !== void 0 || n)) return `${t} stands for ${a.id} WITH ${a.exception}; neither "+" nor WITH can follow it`;
	return {
		...a,
		orLater: n,
		...i
	};
}
function gpl(e, t) {
	return {
		id: e,
		orLater: false,
		exception: t
	};
}
const ID_PAGES = [
	"spdx.org/licenses/",
	"opensource.org/licenses/",
	"opensource.org/license/",
	"choosealicense.com/licenses/",
	"licenses.nuget.org/"
];
const PAGES = new Map([
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
function licenseOfUrl(e) {
	const t = /^https?:\/\/(?:www\.)?(\S+)$/i.exec(e);
	if (t === null) return void 0;
	const n = withoutEnding(t[1]?.toLowerCase() ?? "");
	const r = PAGES.get(n);
	if (r !== void 0) return r;
	const i = ID_PAGES.find((e) => n.startsWith(e));
	const a = i === void 0 ? void 0 : licenseId(n.slice(i.length));
	if (a === void 0) return void 0;
	const o = currentForm({
		id: a,
		orLater: false
	});
	return typeof o === "string" ? void 0 : printForm(o);
}
function withoutEnding(e) {
	let t = e.endsWith("/") ? e.slice(0, -1) : e;
	for (const e of [
		".html",
		".txt",
		".php",
		".json",
		".en"
	]) if (t.endsWith(e)) t = t.slice(0, -e.length);
	return t;
}
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
function legacyKey(e) {
	return e.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
function legacyMeaning(e) {
	const t = legacyKey(e);
	const n = MEANINGS.get(t);
	if (n !== void 0) return n;
	if (isRidden(t)) return {
		kind: "denied",
		reason: "the Commons Clause forbids selling"
	};
	const r = licenseOfUrl(t);
	return r === void 0 ? void 0 : {
		kind: "expression",
		text: r
	};
}
function slashedChoice(e) {
	const t = e.split("/").map((e) => licenseId(e.trim()));
	return t.length > 1 && t.every((e) => e !== void 0) ? t.join(" OR ") : void 0;
}
function buildTable() {
	const e = new Map();
	for (const [t, n] of Object.entries(LEGACY_NAMES)) for (const r of n) e.set(r, {
		kind: "expression",
		text: t
	});
	for (const t of SLASHED) for (const n of SLASHED) {
		if (t === n) continue;
		const r = `${t} OR ${n}`;
		e.set(`${t}/${n}`.toLowerCase(), {
			kind: "expression",
			text: r
		});
	}
	for (const [t, n] of SLASHED_PAIRS) {
		const r = {
			kind: "expression",
			text: `${t} OR ${n}`
		};
		e.set(`${t}/${n}`.toLowerCase(), r);
		e.set(`${n}/${t}`.toLowerCase(), r);
	}
	for (const t of PROPRIETARY) e.set(t, {
		kind: "denied",
		reason: "it is proprietary"
	});
	for (const t of AMBIGUOUS) e.set(t, { kind: "ambiguous" });
	for (const [t, n] of FAMILY_NAMES) {
		const r = LICENSE_IDS.filter((e) => t.test(e));
		for (const t of n) e.set(t, {
			kind: "family",
			members: r
		});
	}
	return e;
}
function isRidden(e) {
	if (RIDERS.includes(e)) return true;
	return RIDERS.some((t) => RIDER_JOINTS.some((n) => {
		if (!e.endsWith(n + t)) return false;
		const r = e.slice(0, -(n + t).length);
		return licenseId(r) !== void 0 || MEANINGS.get(r)?.kind === "expression";
	}));
}
const LICENSE_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const ADDITION_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/;
const WORDS = new Map([
	["none", "NONE"],
	["noassertion", "NOASSERTION"],
	["other", "OTHER"]
]);
const MAX_SHOWN$1 = 64;
function readTerm(e, t) {
	const n = {
		start: e.span.start,
		end: (t ?? e).span.end
	};
	const r = t === void 0 ? void 0 : readException(t);
	if (typeof r === "object") return r;
	const i = WORDS.get(e.text.toLowerCase());
	if (i !== void 0) return r === void 0 ? {
		kind: "word",
		word: i,
		span: n
	} : {
		message: `an exception can't follow ${i}`,
		span: n
	};
	const a = r === void 0 ? {} : { exception: r };
	if (LICENSE_REF.test(e.text)) return {
		kind: "reference",
		name: e.text,
		...a,
		span: n
	};
	const o = e.text.endsWith("+");
	const s = licenseId(o ? e.text.slice(0, -1) : e.text);
	if (s === void 0) return unknownId(e);
	const c = {
		id: s,
		orLater: o,
		...a
	};
	const l = currentForm(c);
	return typeof l === "string" ? {
		message: l,
		span: n
	} : {
		kind: "license",
		written: c,
		form: l,
		span: n
	};
}
function readException(e) {
	if (ADDITION_REF.test(e.text)) return e.text;
	return exceptionId(e.text) ?? {
		message: `${shown(e)} is no SPDX exception id`,
		span: e.span
	};
}
function unknownId(e) {
	return {
		message: e.text === "+" ? "no white space can stand before \"+\"" : `${shown(e)} is no SPDX licence id`,
		span: e.span
	};
}
function shown(e) {
	return e.text.length > MAX_SHOWN$1 ? `${e.text.slice(0, MAX_SHOWN$1)}…` : e.text;
}
const MAX_EXPRESSION_LENGTH = 4096;
const SPACE = /[ \t\r\n\f\v]+/y;
const WORD = /[A-Za-z0-9.\-+:]+/y;
function tokenize(e) {
	if (e.length > 4096) return {
		message: `it has ${e.length} characters; at most ${MAX_EXPRESSION_LENGTH} are read`,
		span: {
			start: 0,
			end: e.length
		}
	};
	const t = [];
	let n = 0;
	while (n < e.length) {
		const r = e[n];
		const i = {
			start: n,
			end: n + 1
		};
		if (r === "(" || r === ")") {
			t.push({
				kind: r,
				text: r,
				span: i
			});
			n++;
			continue;
		}
		const a = matchAt(SPACE, e, n);
		if (a !== void 0) {
			n += a.length;
			continue;
		}
		const o = matchAt(WORD, e, n);
		if (o === void 0) return {
			message: `${nameOf(e, n)} can't stand in an expression`,
			span: i
		};
		t.push({
			kind: "word",
			text: o,
			span: {
				start: n,
				end: n + o.length
			}
		});
		n += o.length;
	}
	t.push({
		kind: "end",
		text: "",
		span: {
			start: e.length,
			end: e.length
		}
	});
	return t;
}
function matchAt(e, t, n) {
	e.lastIndex = n;
	return e.exec(t)?.[0];
}
function nameOf(e, t) {
	const n = e.codePointAt(t) ?? 0;
	if (n > 32 && n < 127) return `"${String.fromCodePoint(n)}"`;
	return `the character U+${n.toString(16).toUpperCase().padStart(4, "0")}`;
}
const MAX_EXPRESSION_DEPTH = 64;
const OPERATORS = new Map([
	["AND", "AND"],
	["and", "AND"],
	["OR", "OR"],
	["or", "OR"],
	["WITH", "WITH"],
	["with", "WITH"]
]);
function parseExpression(e) {
	const t = tokenize(e);
	if ("message" in t) return {
		ok: false,
		problem: t
	};
	const n = {
		tokens: t,
		at: 0,
		depth: 0
	};
	const r = readCompound(n, "OR");
	if ("message" in r) return {
		ok: false,
		problem: r
	};
	const i = current(n);
	if (i.kind !== "end") return {
		ok: false,
		problem: unexpected(i)
	};
	return {
		ok: true,
		expression: r
	};
}
function readCompound(e, t) {
	const n = t === "AND" ? "and" : "or";
	const r = [];
	const i = current(e).span.start;
	do {
		if (r.length > 0) e.at++;
		const i = t === "OR" ? readCompound(e, "AND") : readOperand(e);
		if ("message" in i) return i;
		if (i.kind === n) r.push(...i.operands);
		else r.push(i);
	} while (operatorOf(current(e)) === t);
	const [a] = r;
	if (a !== void 0 && r.length === 1) return a;
	return {
		kind: n,
		operands: r,
		span: {
			start: i,
			end: e.tokens[e.at - 1]?.span.end ?? i
		}
	};
}
function readOperand(e) {
	const t = current(e);
	if (t.kind === "(") return readParentheses(e, t);
	if (t.kind !== "word" || operatorOf(t) !== void 0) return unexpected(t);
	e.at++;
	if (operatorOf(current(e)) !== "WITH") return readTerm(t, void 0);
	e.at++;
	const n = current(e);
	if (n.kind !== "word" || operatorOf(n) !== void 0) return unexpected(n);
	e.at++;
	return readTerm(t, n);
}
function readParentheses(e, t) {
	if (e.depth >= 64) return {
		message: `parentheses stand more than ${64} deep`,
		span: t.span
	};
	e.at++;
	e.depth++;
	const n = readCompound(e, "OR");
	if ("message" in n) return n;
	if (current(e).kind !== ")") return unexpected(current(e));
	e.at++;
	e.depth--;
	const r = current(e);
	if (operatorOf(r) === "WITH") return {
		message: "WITH can only follow a single licence",
		span: r.span
	};
	return n;
}
function current(e) {
	return e.tokens[e.at] ?? e.tokens.at(-1) ?? {
		kind: "end",
		text: "",
		span: {
			start: 0,
			end: 0
		}
	};
}
function operatorOf(e) {
	return e.kind === "word" ? OPERATORS.get(e.text) : void 0;
}
function unexpected(e) {
	const { span: t } = e;
	if (e.kind === "end") return {
		message: "it ends where a licence or \")\" must follow",
		span: t
	};
	if (e.kind !== "word") return {
		message: `"${e.text}" can't stand here`,
		span: t
	};
	const n = e.text.toUpperCase();
	if (OPERATORS.has(n) && !OPERATORS.has(e.text)) return {
		message: `the operator ${e.text} must be ${n} or ${n.toLowerCase()}`,
		span: t
	};
	if (OPERATORS.has(n)) return {
		message: `the operator ${e.text} can't stand here`,
		span: t
	};
	if (e.text === "+") return {
		message: "no white space can stand before \"+\"",
		span: t
	};
	return {
		message: "AND, OR or WITH must stand between two names",
		span: t
	};
}
const MAX_SHOWN = 80;
function loadAllowList(e, t = () => "") {
	if (e.length === 0) throw new UsageError("The licence allow list is empty: no package could pass", { hint: "List the SPDX ids that you allow in `licenses.allow`, or leave the key out for the default list." });
	const n = [];
	const r = new Map();
	const i = [];
	for (const [a, o] of e.entries()) {
		const e = readEntry(o);
		if (typeof e === "string") {
			i.push(`${t(a)}${e}`);
			continue;
		}
		const s = {
			text: e.kind === "license" ? printForm(e.form) : printTerm(e),
			priority: a
		};
		n.push(s);
		const c = keyOf(e);
		if (!r.has(c)) r.set(c, s);
	}
	const [a, ...o] = i;
	if (a !== void 0) throw new UsageError(a, {
		problems: o,
		hint: "An entry of `licenses.allow` is one SPDX id (https://spdx.org/licenses), an id WITH an exception, or a LicenseRef."
	});
	return {
		entries: n,
		byKey: r
	};
}
function keyOf(e) {
	if (e.kind === "license") return printForm(e.form).toLowerCase();
	return printTerm(e).toLowerCase();
}
function readEntry(e) {
	const t = `The entry ${JSON.stringify(e.slice(0, MAX_SHOWN))} of the licence allow list`;
	const n = parseExpression(e);
	if (!n.ok) return `${t} is not allowed: ${n.problem.message}${whatInstead(e)}`;
	const { expression: r } = n;
	if (r.kind === "license" || r.kind === "reference") return r;
	if (r.kind === "and" || r.kind === "or") return `${t} joins licences with ${r.kind.toUpperCase()}; give each licence an entry of its own`;
	return `${t} is not a licence`;
}
function canBeAllowed(e) {
	return typeof readEntry(e) !== "string";
}
function whatInstead(e) {
	const t = legacyMeaning(e);
	switch (t?.kind) {
		case "expression": return `; did you mean "${t.text}"?`;
		case "family": return `; it names no version: list each that you allow, such as ${t.members.slice(0, 3).join(", ")}`;
		case "ambiguous": return "; several licences have that name: list the SPDX id of each that you allow";
		case "denied": return `; ${t.reason}, and no entry allows that for every package: accept a package under \`licenses.exceptions\``;
		default: {
			const t = nearest(e.trim(), LICENSE_IDS);
			return t === void 0 ? "" : `; did you mean "${t}"?`;
		}
	}
}
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
function classOf(e) {
	const t = e.toLowerCase();
	return ROWS.find(([, e]) => e.test(t))?.[0] ?? "other";
}
function classOfExpression(e) {
	switch (e.kind) {
		case "license": return classOf(e.form.id);
		case "reference": return "other";
		case "family": return pick(e.members.map(classOf), Math.min);
		case "and":
		case "or": {
			const t = e.operands.map(classOfExpression);
			if (e.kind === "and") return pick(present(t), Math.min);
			return t.includes(void 0) ? void 0 : pick(present(t), Math.max);
		}
		default: return;
	}
}
function present(e) {
	return e.filter((e) => e !== void 0);
}
function pick(e, t) {
	const n = e.map((e) => LICENSE_CLASSES.indexOf(e));
	return n.length === 0 ? void 0 : LICENSE_CLASSES[t(...n)];
}
function normalizeDeclared(e, { slashIsOr: t = false } = {}) {
	const n = t && typeof e === "string" ? slashedChoice(e) : void 0;
	if (n !== void 0) return {
		...normalizeText(n),
		warnings: ["ids are joined with a slash in the place of OR"]
	};
	if (Array.isArray(e)) return normalizeList(e);
	if (typeof e === "string") return normalizeText(e);
	if (e === void 0 || e === null) return undeclared("", "no licence is declared");
	if (typeof e !== "object") return undeclared(String(e), `a ${typeof e} is declared in the place of a licence`);
	return normalizeObject(e);
}
const MAX_MEMBERS = 64;
const OPERATOR_WORD = /(?:^|[\s()])(?:and|or|with)(?:$|[\s()])/i;
const GLUED_OPERATOR = /[a-z0-9](?:AND|OR|WITH)(?:[\s(]|$)|(?:^|[\s)])(?:AND|OR|WITH)[A-Z0-9]/;
const KNOWN_TEXTS = 256;
const KNOWN_TEXT_LENGTH = 256;
const knownTexts = new Map();
function normalizeText(e) {
	const t = knownTexts.get(e);
	if (t !== void 0) return t;
	const n = understandText(e);
	if (e.length <= KNOWN_TEXT_LENGTH && knownTexts.size < KNOWN_TEXTS) knownTexts.set(e, n);
	return n;
}
function understandText(e) {
	if (e.trim() === "") return undeclared("", "the declared licence is empty");
	const t = parseExpression(e);
	if (t.ok) return {
		kind: "expression",
		text: e.trim(),
		expression: t.expression,
		warnings: []
	};
	if (e.length > 4096) return invalid(e, t.problem);
	const n = legacyMeaning(e);
	if (n !== void 0) return fromLegacy(e.trim(), n);
	const r = /^see licen[cs]e in (\S.*)$/i.exec(e.trim());
	if (r !== null) {
		const t = r[1] ?? "";
		return {
			...undeclared(e.trim(), "the licence is in a file of its own"),
			file: t
		};
	}
	return looksLikeExpression(e) ? invalid(e.trim(), t.problem) : undeclared(e.trim(), "it is free text and no SPDX expression");
}
function fromLegacy(e, t) {
	const n = whole(e);
	switch (t.kind) {
		case "ambiguous": return undeclared(e, "several licences have that name");
		case "family": return {
			kind: "expression",
			text: e,
			expression: {
				kind: "family",
				text: e,
				members: t.members,
				span: n
			},
			warnings: ["a name without a version is declared in the place of an SPDX id"]
		};
		case "denied": return {
			kind: "expression",
			text: e,
			expression: {
				kind: "opaque",
				text: e,
				verdict: "deny",
				reason: t.reason,
				span: n
			},
			warnings: []
		};
		case "expression": {
			const n = parseExpression(t.text);
			if (!n.ok) return invalid(e, n.problem);
			const r = [`a legacy spelling is declared in the place of ${t.text}`];
			return {
				kind: "expression",
				text: e,
				expression: n.expression,
				warnings: r
			};
		}
	}
}
function normalizeObject(e) {
	const { type: t, name: n, url: r } = e;
	const i = [
		t,
		n,
		r
	].find((e) => typeof e === "string" && e.trim() !== "");
	if (typeof i !== "string") return undeclared("", "the declared object names no licence");
	const a = normalizeText(i);
	return {
		...a,
		warnings: ["an object is declared in the place of text", ...a.warnings]
	};
}
function normalizeList(e) {
	if (e.length === 0) return undeclared("", "the declared list is empty");
	if (e.length > MAX_MEMBERS) return undeclared("", `the declared list has ${e.length} members`);
	const t = e.map((e) => Array.isArray(e) ? undeclared("", "a list stands in the list") : normalizeDeclared(e));
	const n = t.map((e) => e.text).join(" OR ");
	const r = t.find((e) => e.kind === "invalid");
	if (r?.problem !== void 0) return invalid(n, r.problem);
	const [i] = t;
	const a = [...new Set(["a list is declared in the place of text; its members are taken as OR", ...t.flatMap((e) => e.warnings)])];
	if (i !== void 0 && t.length === 1) return {
		...i,
		warnings: a
	};
	const o = t.flatMap(({ expression: e }) => e.kind === "or" ? e.operands : [e]);
	return {
		kind: t.every((e) => e.kind === "undeclared") ? "undeclared" : "expression",
		text: n,
		expression: {
			kind: "or",
			operands: o,
			span: whole(n)
		},
		warnings: a
	};
}
function looksLikeExpression(e) {
	return /[()+,/]/.test(e) || OPERATOR_WORD.test(e) || GLUED_OPERATOR.test(e);
}
function undeclared(e, t) {
	return {
		kind: "undeclared",
		text: e,
		expression: unknown(e, t),
		warnings: []
	};
}
function invalid(e, t) {
	return {
		kind: "invalid",
		text: e,
		expression: unknown(e, `it is no valid SPDX expression: ${t.message}`),
		warnings: [],
		problem: t
	};
}
function unknown(e, t) {
	return {
		kind: "opaque",
		text: e,
		verdict: "unknown",
		reason: t,
		span: whole(e)
	};
}
function whole(e) {
	return {
		start: 0,
		end: e.length
	};
}
var import_spdx_satisfies = __toESM(require_spdx_satisfies(), 1);
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
].map((e) => e.split(" "));
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
].map((e) => e.split(" "));
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
const GNU_PERMITS = gnuPermits();
const PERMITS = plainPermits();
const PEER_FAMILIES = peerFamilies();
function permittedIds(e) {
	if (e.orLater) return PERMITS.get(e.id) ?? [e.id];
	return GNU_PERMITS.get(e.id) ?? [];
}
function isOrLater(e) {
	return e.orLater || GNU_PERMITS.has(e.id);
}
function secondOpinion(e, t) {
	if ([e.id, t].some((e) => e.length === 8 || e.length === 4)) return void 0;
	if (!PEER_FAMILIES.some((n) => n.has(e.id) && n.has(t))) return void 0;
	return (0, import_spdx_satisfies.default)(e.orLater ? `${e.id}+` : e.id, [t]);
}
function peerFamilies() {
	const e = GNU_FAMILIES.filter((e) => e.variant === "").map(({ prefix: e, versions: t }) => t.flatMap((t) => [`${e}${t}-only`, `${e}${t}-or-later`]));
	return [...SHARED_FAMILIES, ...e].map((e) => new Set(e));
}
function plainPermits() {
	const e = new Map();
	for (const t of [...SHARED_FAMILIES, ...OWN_FAMILIES]) for (const [n, r] of t.entries()) {
		const i = e.get(r) ?? [];
		e.set(r, [...new Set([...i, ...t.slice(n)])]);
	}
	return e;
}
function gnuPermits() {
	const e = new Map();
	for (const { prefix: t, versions: n, variant: r } of GNU_FAMILIES) {
		const i = n.map((e) => `${t}${e}${r}-only`);
		for (const [a, o] of n.entries()) e.set(`${t}${o}${r}-or-later`, i.slice(a));
	}
	return e;
}
function forbiddenNear(e, t) {
	const { form: n } = e;
	const r = `add "${printForm(n)}" to the allow list`;
	if (n.exception !== void 0) {
		const e = [printForm({
			id: n.id,
			orLater: n.orLater
		}), ...permittedIds(n)].find((e) => t.byKey.has(e.toLowerCase()));
		return e === void 0 ? void 0 : `The entry "${e}" does not cover an exception: ${r} to accept it.`;
	}
	const i = n.id.toLowerCase();
	const a = t.entries.find((e) => e.text.toLowerCase().startsWith(`${i} with `));
	if (a !== void 0) return `The entry "${a.text}" needs its exception: ${r} to accept it without.`;
	const o = rangesNear(e).find((e) => t.byKey.has(e.toLowerCase()));
	if (o === void 0) return void 0;
	return `The entry "${o}" names that one form and is no range: ${r} to accept it.`;
}
function rangesNear(e) {
	const { id: t } = e.form;
	if (!t.endsWith("-only") && !isOrLater(e.form)) return [`${t}+`];
	const n = permittedIds({
		id: t.replace(/-only$/, "-or-later"),
		orLater: false
	});
	return [
		t.replace(/-only$/, "-or-later"),
		...n.map((e) => e.replace(/-only$/, "-or-later")),
		...permittedIds(e.form).map((e) => `${e}+`)
	];
}
function evaluateTerm(e, t) {
	const n = {
		text: printTerm(e),
		span: e.span
	};
	switch (e.kind) {
		case "license": return {
			...n,
			...judgeLicense(e, t)
		};
		case "reference": return {
			...n,
			...judgeReference(e, t)
		};
		case "word": return e.word === "NONE" ? {
			...n,
			verdict: "deny",
			reason: "there is no licence"
		} : {
			...n,
			verdict: "unknown",
			reason: "the source makes no statement"
		};
		case "family": return {
			...n,
			...judgeFamily(e, t)
		};
		case "opaque": return {
			...n,
			verdict: e.verdict,
			reason: e.reason
		};
	}
}
function judgeLicense(e, t) {
	const n = t.byKey.get(keyOf(e));
	if (n !== void 0) return explicitlyAllowed(n, printForm(e.written));
	const r = e.form.exception === void 0 ? "" : ` WITH ${e.form.exception}`;
	const i = permittedIds(e.form).flatMap((e) => {
		const n = t.byKey.get(`${e}${r}`.toLowerCase());
		return n === void 0 ? [] : [{
			id: e,
			entry: n
		}];
	}).sort((e, t) => e.entry.priority - t.entry.priority);
	const a = i.find(({ id: t }) => isConfirmed(e, t));
	if (a !== void 0) {
		const { entry: e } = a;
		return {
			verdict: "allow",
			reason: `permits ${e.text}, which is allowed`,
			entry: e
		};
	}
	const [o] = i;
	if (o !== void 0) return {
		verdict: "unknown",
		reason: `whether it permits ${o.id} is disputed`
	};
	if (isAddition(e.form.exception)) return unlistedAddition(printForm(e.form));
	const s = forbiddenNear(e, t);
	return {
		verdict: "deny",
		reason: "not allowed",
		...s === void 0 ? {} : { hint: s }
	};
}
function isConfirmed(e, t) {
	try {
		return secondOpinion(e.form, t) !== false;
	} catch {
		return false;
	}
}
function judgeReference(e, t) {
	const n = t.byKey.get(keyOf(e));
	if (n !== void 0) return explicitlyAllowed(n, printTerm(e));
	if (isAddition(e.exception)) return unlistedAddition(printTerm(e));
	return {
		verdict: "deny",
		reason: "not allowed",
		hint: `A licence of one's own is allowed only by an entry of the same name, "${printTerm(e)}".`
	};
}
function judgeFamily(e, t) {
	const n = e.members.find((e) => t.byKey.has(e.toLowerCase()));
	return n === void 0 ? {
		verdict: "deny",
		reason: "no version of it is allowed"
	} : {
		verdict: "unknown",
		reason: `it names no version, and only some are allowed (${n})`
	};
}
function explicitlyAllowed(e, t) {
	return {
		verdict: "allow",
		reason: e.text.toLowerCase() === t.toLowerCase() ? "explicitly allowed" : `explicitly allowed as ${e.text}`,
		entry: e
	};
}
function isAddition(e) {
	return e?.includes("AdditionRef-") ?? false;
}
function unlistedAddition(e) {
	return {
		verdict: "unknown",
		reason: "the addition is not an SPDX one and may restrict",
		hint: `Add "${e}" to the allow list if it does not.`
	};
}
function evaluate(e, t) {
	const n = [];
	const r = judge(e, (e) => {
		const r = evaluateTerm(e, t);
		n.push(r);
		return r;
	});
	return r.verdict === "allow" ? {
		verdict: "allow",
		terms: n,
		choice: [...new Set(r.uses)].join(" AND ")
	} : {
		verdict: r.verdict,
		terms: n
	};
}
const ORDER = {
	deny: 0,
	unknown: 1,
	allow: 2
};
function judge(e, t) {
	if (e.kind !== "and" && e.kind !== "or") {
		const { verdict: n, entry: r } = t(e);
		return {
			verdict: n,
			priority: r?.priority ?? Number.MAX_SAFE_INTEGER,
			uses: r === void 0 ? [] : [r.text]
		};
	}
	const n = e.operands.map((e) => judge(e, t));
	const r = e.kind === "and";
	const [i, ...a] = n;
	if (i === void 0) return {
		verdict: "unknown",
		priority: 0,
		uses: []
	};
	if (!r) return a.reduce((e, t) => isBetter(t, e) ? t : e, i);
	return {
		verdict: a.reduce((e, t) => ORDER[t.verdict] < ORDER[e] ? t.verdict : e, i.verdict),
		priority: n.reduce((e, t) => Math.max(e, t.priority), 0),
		uses: n.flatMap((e) => e.uses)
	};
}
function isBetter(e, t) {
	if (e.verdict !== t.verdict) return ORDER[e.verdict] > ORDER[t.verdict];
	return e.priority < t.priority;
}
function isSameLicense(e, t) {
	return licenseKey(e.expression) === licenseKey(t.expression);
}
function licenseKey(e) {
	switch (e.kind) {
		case "and":
		case "or": {
			const t = [...new Set(e.operands.map(licenseKey))].sort();
			const [n] = t;
			if (n !== void 0 && t.length === 1) return n;
			return `(${t.join(` ${e.kind} `)})`;
		}
		case "license":
		case "reference": return keyOf(e);
		case "word": return e.word.toLowerCase();
		default: return JSON.stringify(e.text.trim().replaceAll(/\s+/g, " "));
	}
}
function normalizeManifest(e, t = {}) {
	if (typeof e !== "object" || e === null) return normalizeDeclared(void 0);
	const { license: n, licenses: r, licence: i } = e;
	const a = isPresent(n) ? normalizeDeclared(n, t) : void 0;
	const o = isPresent(r) ? normalizeDeclared(Array.isArray(r) ? r : [r]) : void 0;
	if (a !== void 0 && o !== void 0 && !isSameLicense(a, o)) return conflict(a, o);
	if (a !== void 0) return a;
	if (o !== void 0) return o;
	const s = normalizeDeclared(n);
	if (!isPresent(i)) return s;
	return {
		...s,
		warnings: ["the key `licence` is misspelt; npm reads `license`"]
	};
}
function isPresent(e) {
	return e !== void 0 && e !== null && e !== "";
}
function conflict(e, t) {
	const n = `${e.text}; ${t.text}`;
	return {
		kind: "undeclared",
		text: n,
		expression: {
			kind: "opaque",
			text: n,
			verdict: "unknown",
			reason: "`license` and `licenses` disagree",
			span: {
				start: 0,
				end: n.length
			}
		},
		warnings: []
	};
}
export { LICENSE_CLASSES as a, loadAllowList as c, normalizeDeclared as i, parseExpression as l, licenseKey as n, classOfExpression as o, evaluate as r, canBeAllowed as s, normalizeManifest as t, printExpression as u };
