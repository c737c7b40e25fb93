/**
 * Files of the system and of installed packages: what looks like a secret there is an example that everybody has. Not where images
 * of Node.js and nginx have what people put there: `/usr/src/app`, `/usr/share/nginx/html`.
 */
const SYSTEM =
  /^(?:usr\/(?:share(?!\/nginx\/)|include|lib(?:32|64|x32|exec)?|src\/linux[^/]*)|usr\/local\/(?:go|lib|share|include)|lib(?:32|64|x32)?|proc|sys|var\/lib\/(?:dpkg|apt|apk|rpm|pacman|yum|dnf)|var\/cache|opt\/(?:java|yarn-v[^/]*))(?=\/)/;
const INSTALLED =
  /(?:^|\/)(node_modules|site-packages|dist-packages|vendor\/bundle|gems|go\/pkg\/mod|\.m2\/repository|\.cargo\/registry)\//;

/** The folder that a file is left out with; `undefined` where it is looked at. */
export function leftOutBelow(path: string): string | undefined {
  return SYSTEM.exec(path)?.[0] ?? INSTALLED.exec(path)?.[1];
}

/** Whether the first bytes of a file may be those of a text: there is no NUL in it, or it is UTF-16. */
export function isTextHead(head: Uint8Array): boolean {
  if (!head.includes(0)) return true;
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  const nuls = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  // UTF-16 without a mark, of mostly ASCII.
  return nuls > head.length * 0.3 && nuls < head.length * 0.6;
}
