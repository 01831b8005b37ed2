// How one wording differs from another, word by word: the longest common run of words stays, the rest is changed or missing. Words compare by
// their letters and digits alone, so marks and case are no change. A word that only moved by up to three places is none either; wordings with
// less than a third in common are not compared. Handles "80 km/h" against "80 Stundenkilometern"; does not see that two words mean the same.
// The same method as src/show/word_changes.h; tests: tests/unit/word-changes.test.mjs.

export interface WordPiece {
  text: string;
  state: "same" | "changed" | "missing"; // missing: stands in the other wording alone
}

interface Word {
  text: string; // with the blank before it
  bare: string;
}

const mostWords = 600;
const farthest = 3;

export function bareWords(text: string): string[] {
  return split(text).map((word) => word.bare).filter(Boolean);
}

function split(text: string): Word[] {
  return (text.match(/\s*\S+/gu) ?? []).map((piece) => ({
    text: piece,
    bare: piece.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase(),
  }));
}

// For each word of `left` the place of the word of `right` it is matched with, or -1.
function match(left: Word[], right: Word[]): number[] {
  const result = new Array<number>(left.length).fill(-1);
  if (left.length > mostWords || right.length > mostWords) return result;
  const columns = right.length + 1;
  const longest = new Uint16Array((left.length + 1) * columns);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const below = (i + 1) * columns + j;
      longest[i * columns + j] = left[i]?.bare === right[j]?.bare ? (longest[below + 1] ?? 0) + 1 : Math.max(longest[below] ?? 0, longest[i * columns + j + 1] ?? 0);
    }
  }
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i]?.bare === right[j]?.bare) {
      result[i] = j;
      i += 1;
      j += 1;
    } else if ((longest[(i + 1) * columns + j] ?? 0) >= (longest[i * columns + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return result;
}

// Words that the match left over but that stand in the other wording close to where they would be.
function findMoved(left: Word[], right: Word[], matched: number[]): { left: Set<number>; right: Set<number> } {
  const moved = { left: new Set<number>(), right: new Set<number>() };
  const taken = new Set(matched.filter((j) => j >= 0));
  let expected = 0;
  left.forEach((word, i) => {
    const at = matched[i] ?? -1;
    if (at >= 0) expected = at + 1;
    if (at >= 0 || word.bare === "") return;
    for (let j = Math.max(0, expected - farthest); j < Math.min(right.length, expected + farthest); j += 1) {
      if (taken.has(j) || right[j]?.bare !== word.bare) continue;
      taken.add(j);
      moved.right.add(j);
      moved.left.add(i);
      return;
    }
  });
  return moved;
}

function missingBetween(right: Word[], moved: Set<number>, begin: number, end: number): string {
  const words = right.slice(begin, end).filter((_, index) => !moved.has(begin + index));
  return words.some((word) => word.bare !== "") ? words.map((word) => word.text).join("").trim() : "";
}

function add(pieces: WordPiece[], text: string, state: WordPiece["state"]): void {
  const last = pieces.at(-1);
  if (last?.state === state) last.text += text;
  else pieces.push({ text, state });
}

// `words` in pieces, with what `other` has beside.
export function wordChanges(words: string, other: string): WordPiece[] {
  const left = split(words);
  const right = split(other);
  const matched = match(left, right);
  const common = matched.filter((j) => j >= 0).length;
  if (common === 0 || 3 * common < Math.min(left.length, right.length)) return [{ text: words, state: "same" }];
  const moved = findMoved(left, right, matched);
  const pieces: WordPiece[] = [];
  let next = 0;
  let afterChange = false;
  left.forEach((word, i) => {
    const at = matched[i] ?? -1;
    if (at < 0) {
      const same = word.bare === "" || moved.left.has(i);
      add(pieces, word.text, same ? "same" : "changed");
      afterChange ||= !same;
      return;
    }
    const missing = afterChange ? "" : missingBetween(right, moved.right, next, at);
    if (missing) pieces.push({ text: missing, state: "missing" });
    add(pieces, word.text, "same");
    next = at + 1;
    afterChange = false;
  });
  const rest = afterChange ? "" : missingBetween(right, moved.right, next, right.length);
  if (rest) pieces.push({ text: rest, state: "missing" });
  return pieces;
}
