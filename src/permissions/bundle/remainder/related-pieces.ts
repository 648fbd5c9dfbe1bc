import type { Piece } from './pieces';
import { isInsideOfSdk, namesSdk } from './sdk-marks';

/** `export(namespace, { name: () => name, … })`, as esbuild writes it. */
const table = /^[\w$]+\(([\w$]+),\{(?:[\w$]+|"[^"]*"):\(\)=>/;

/** A name where it is read or given something: not a member, but after `...`; with what follows it. */
const mentioned = /(?<![\w$"'`]|(?<!\.\.)\.)[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*(?:(?:[?|]{2})?=(?![=>])|\()?/g;

/** A list, or a text: nobody gets at the SDK through it who does not name it. */
const data = /^var [\w$]+=(?:\[|["'`\d-])/;

/** A text, or one of the lists by which the SDK describes what is sent: what looks like a name in it is none. */
const isWithoutNames = (text: string) =>
  /^var [\w$]+="[^"]*";$/.test(text) || (/^var [\w$]+=\[\d/.test(text) && !text.includes('new '));

class Node {
  public readonly mentions = new Set<string>();
  /** Of these, what it gives something to, or to a member of it. */
  public readonly assigns = new Set<string>();
  /** Of these, what it does more with than to call it. */
  public readonly passes = new Set<string>();

  constructor(public readonly piece: Piece) {}
}

/**
 * The pieces that have to do with the SDK: those that name something of it, those that name them, and what all of these name in
 * turn, but not the inside of the SDK.
 */
export function relatedPieces(pieces: readonly Piece[]): ReadonlySet<Piece> {
  return new Relations(pieces).related();
}

class Relations {
  private readonly nodes: readonly Node[];
  private readonly declaring = new Map<string, Node[]>();
  private readonly mentioning = new Map<string, Node[]>();
  private readonly assigning = new Map<string, Node[]>();

  constructor(pieces: readonly Piece[]) {
    this.nodes = pieces.map((piece) => new Node(piece));
    for (const node of this.nodes) for (const name of node.piece.names) add(this.declaring, name, node);
    for (const node of this.nodes) this.read(node);
  }

  public related(): ReadonlySet<Piece> {
    const using = this.using(this.nodes.filter(({ piece }) => namesSdk(piece.text)));
    return new Set([...this.usedBy(using)].map(({ piece }) => piece));
  }

  private read(node: Node): void {
    const isTable = table.exec(node.piece.text);
    for (const written of mentionsIn(node.piece.text)) {
      const name = /^[\w$]+/.exec(written)![0];
      if (!this.declaring.has(name)) continue;
      if (!node.mentions.has(name)) add(this.mentioning, name, node);
      node.mentions.add(name);
      if (written.endsWith('=') && !node.assigns.has(name)) {
        node.assigns.add(name);
        add(this.assigning, name, node);
      }
      if (written === name) node.passes.add(name);
    }
    if (isTable) {
      node.passes.clear();
      node.passes.add(isTable[1]);
    }
  }

  /** What is given a name of one of them, and so on. */
  private using(seeds: readonly Node[]): ReadonlySet<Node> {
    const using = new Set(seeds);
    const names = new Set<string>();
    for (const { piece, assigns, passes } of using) {
      for (const name of [...piece.names, ...assigns, ...(piece.names.length === 0 ? passes : [])]) {
        if (names.has(name)) continue;
        names.add(name);
        for (const node of this.mentioning.get(name) ?? []) using.add(node);
        for (const node of this.declaring.get(name) ?? []) using.add(node);
      }
    }
    return using;
  }

  private usedBy(using: ReadonlySet<Node>): ReadonlySet<Node> {
    const used = new Set(using);
    for (const node of used) {
      if (isInsideOfSdk(node.piece.text)) continue;
      for (const name of node.mentions) {
        for (const other of [...(this.declaring.get(name) ?? []), ...(this.assigning.get(name) ?? [])]) {
          if (!data.test(other.piece.text)) used.add(other);
        }
      }
    }
    return used;
  }
}

function mentionsIn(text: string): readonly string[] {
  // In `export { a as b }`, `as` is no name.
  if (isWithoutNames(text)) return [];
  return (/^\s*export ?\{/.test(text) ? text.match(/[\w$]+(?= as |[,}])/g) : text.match(mentioned)) ?? [];
}

function add(map: Map<string, Node[]>, name: string, node: Node): void {
  const known = map.get(name);
  if (known) known.push(node);
  else map.set(name, [node]);
}
