/** The path of the newest binary of a major version of Node, fetched into a directory. Linux on x64 only. */
export function fetchNode(version: string, directory: string): string;
