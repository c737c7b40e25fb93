/** What of images' system packages is compared, and why peers say otherwise. */
export const OPERATING_SYSTEMS = `### Images: packages of operating systems

The same name, version, architecture, source and source version as \`dpkg-query -W\` of a system by debootstrap (125 packages), of packages
in every state that dpkg leaves them in (multi-arch, rebuilt, held, half-configured, unpacked, removed, purged) and of distroless entries;
as \`rpm -qa\` of databases that rpm made (SQLite, rows committed to its write-ahead log alone) and that Berkeley DB's own tool made in both
byte orders, with the edges that \`rpm --whatprovides\` says; and as \`pacman -Q\`. On those of Debian and rpm, and on a database of Alpine
with Wolfi's documents beside it, syft and osv-scalibr name the same packages, but for:

| difference | verdict | why | seen |
|---|---|---|---|
| archives | choice | syft lists every \`.deb\` that apt left in its cache as a package of its own. It is not installed, and every package stands there twice | 125 on the system by debootstrap |
| states | choice | osv-scalibr leaves out what is unpacked or half configured. Its files are there: ours and syft name it, ours with the state as a property | 2 of 9 |
| any | theirs | syft does not follow \`Depends: python3:any\`: 8 edges of 313 are ours alone, none is syft's alone | 8 edges |
| licences | choice | syft gives a list of names, and a digest where a copyright file is prose. Ours is an expression over all files but the packaging, and nothing where the file is prose | 99 and 26 of 125 |
| distro | choice | \`distro=debian-12\` is what \`/etc/os-release\` says and advisories name. syft writes the point release (\`debian-12.15\`), osv-scalibr the code name | purls |
| keys | choice | syft lists the keys that packages are signed with (\`gpg-pubkey\`) as packages; they have no source and no files | each key |
| namespace | theirs | osv-scalibr writes \`pkg:rpm/opensuse-leap/…\`; the type's own examples have \`opensuse\`, as ours and syft | purls |`;
