/**
 * What the openai client touches of the web's globals, for its bundle only (scripts/build.js puts them in their place):
 * at the first look at one of its own, Node loads the whole of undici, which costs as much as the rest of a request.
 * The client builds headers, which the guarded fetch drops, and asks of bodies whether they are one of the others.
 */
export class Headers extends Map<string, string> {
  append(name: string, value: string): void {
    const present = this.get(name);
    this.set(name, present === undefined ? value : `${present}, ${value}`);
  }
}

class Unused {}

export { Unused as Blob, Unused as File, Unused as FormData, Unused as Request, Unused as Response };
