import type {Tree} from "../../src/waybill/parse/read/roles/Forest.js";
import {randomOf} from "../treebank/random.js";

export interface Growth {
  seed: number;
  trees: number;
  leaves: number;
  rate: number;
  /** The share of numbers that each tree may ask for, and of rows that it learns from. */
  columns: number;
  share: number;
  /** How many rows a leaf must rest on. */
  fewest: number;
  /** What is added to the weight of a leaf's rows, so that few rows say little. */
  ridge: number;
}

/** Fills in slope and bend of the loss at the rows' scores. */
export type Loss = (scores: Float64Array, slopes: Float64Array, bends: Float64Array) => void;

/** A loss that is least where the right rows of each group have the whole of its softmax. */
export function shareOfRight(starts: readonly number[], isRight: readonly boolean[]): Loss {
  return (scores, slopes, bends) => {
    for (let group = 0; group + 1 < starts.length; group++) {
      const [from, to] = [starts[group], starts[group + 1]];
      const top = Math.max(...scores.subarray(from, to));
      let whole = 0;
      let wanted = 0;
      for (let n = from; n < to; n++) {
        const share = Math.exp(scores[n] - top);
        whole += share;
        if (isRight[n]) wanted += share;
      }
      for (let n = from; n < to; n++) {
        const share = Math.exp(scores[n] - top);
        slopes[n] = share / whole - (isRight[n] ? share / wanted : 0);
        bends[n] = Math.max((share / whole) * (1 - share / whole), 1e-3);
      }
    }
  };
}

const mostCuts = 48;

/** Returns between which values of each column a tree may cut. */
function cutsOf(rows: readonly (readonly number[])[]): number[][] {
  return rows[0].map((_, column) => {
    const values = rows.map((row) => row[column]).sort((a, b) => a - b);
    const distinct = values.filter((value, n) => n === 0 || value !== values[n - 1]);
    if (distinct.length <= mostCuts)
      return distinct.slice(1).map((value, n) => rounded((value + distinct[n]) / 2));
    const cuts: number[] = [];
    for (let n = 1; n < mostCuts; n++) {
      const cut = rounded(values[Math.floor((n * values.length) / mostCuts)] - 1e-6);
      if (cuts.length === 0 || cut > cuts[cuts.length - 1]) cuts.push(cut);
    }
    return cuts;
  });
}

// Numbers are kept as short as they may be in the model's file.
const rounded = (value: number): number => Number(value.toPrecision(5));

function binsOf(rows: readonly (readonly number[])[], cuts: readonly number[][]): Uint8Array[] {
  return cuts.map((own, column) =>
    Uint8Array.from(rows, (row) => {
      let low = 0;
      let high = own.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (row[column] > own[mid]) low = mid + 1;
        else high = mid;
      }
      return low;
    }),
  );
}

/**
 * Returns trees whose leaves, added up, lower the loss of the rows: gradient
 * boosting, leaf by leaf. The same rows and seed give the same trees.
 */
export function boost(rows: readonly (readonly number[])[], loss: Loss, growth: Growth): Tree[] {
  if (rows.length === 0) return [];
  const cuts = cutsOf(rows);
  const bins = binsOf(rows, cuts);
  const random = randomOf(growth.seed);
  const scores = new Float64Array(rows.length);
  const slopes = new Float64Array(rows.length);
  const bends = new Float64Array(rows.length);
  return Array.from({length: growth.trees}, () => {
    loss(scores, slopes, bends);
    const columns = cuts.flatMap((own, column) =>
      random() < growth.columns && own.length > 0 ? [column] : [],
    );
    const some = rows.flatMap((_, n) => (random() < growth.share ? [n] : []));
    const grown = grow(Int32Array.from(some), columns, bins, cuts, slopes, bends, growth);
    for (let n = 0; n < rows.length; n++) {
      let node = 0;
      while (grown.feature[node] >= 0)
        node = bins[grown.feature[node]][n] <= grown.bin[node] ? grown.left[node] : grown.right[node];
      scores[n] += grown.value[node];
    }
    const {feature, bin, left, right, value} = grown;
    return {
      feature,
      cut: bin.map((at, node) => (feature[node] < 0 ? 0 : cuts[feature[node]][at])),
      left,
      right,
      value,
    };
  });
}

interface Grown {
  feature: number[];
  bin: number[];
  left: number[];
  right: number[];
  value: number[];
}

interface Leaf {
  node: number;
  rows: Int32Array;
  gain: number;
  column: number;
  bin: number;
}

function grow(
  all: Int32Array,
  columns: readonly number[],
  bins: readonly Uint8Array[],
  cuts: readonly number[][],
  slopes: Float64Array,
  bends: Float64Array,
  {leaves: most, rate, fewest, ridge}: Growth,
): Grown {
  const tree: Grown = {feature: [], bin: [], left: [], right: [], value: []};
  const slopeIn = new Float64Array(mostCuts + 1);
  const bendIn = new Float64Array(mostCuts + 1);
  const countIn = new Int32Array(mostCuts + 1);
  const leafOf = (rows: Int32Array): Leaf => {
    let slope = 0;
    let bend = 0;
    for (const n of rows) {
      slope += slopes[n];
      bend += bends[n];
    }
    const node = tree.feature.push(-1) - 1;
    tree.bin.push(0);
    tree.left.push(-1);
    tree.right.push(-1);
    tree.value.push(rounded((-rate * slope) / (bend + ridge)));
    const leaf: Leaf = {node, rows, gain: 0, column: -1, bin: 0};
    const whole = slope ** 2 / (bend + ridge);
    for (const column of rows.length >= 2 * fewest ? columns : []) {
      const own = bins[column];
      const {length} = cuts[column];
      slopeIn.fill(0, 0, length + 1);
      bendIn.fill(0, 0, length + 1);
      countIn.fill(0, 0, length + 1);
      for (const n of rows) {
        const at = own[n];
        slopeIn[at] += slopes[n];
        bendIn[at] += bends[n];
        countIn[at]++;
      }
      let [left, weight, count] = [0, 0, 0];
      for (let at = 0; at < length; at++) {
        left += slopeIn[at];
        weight += bendIn[at];
        count += countIn[at];
        if (count < fewest || rows.length - count < fewest) continue;
        const gain = left ** 2 / (weight + ridge) + (slope - left) ** 2 / (bend - weight + ridge) - whole;
        if (gain > leaf.gain) Object.assign(leaf, {gain, column, bin: at});
      }
    }
    return leaf;
  };
  const leaves = [leafOf(all)];
  while (leaves.length < most) {
    let best = 0;
    for (let n = 1; n < leaves.length; n++) if (leaves[n].gain > leaves[best].gain) best = n;
    const {node, rows, gain, column, bin} = leaves[best];
    if (gain < 1e-6) break;
    const isLeft = (n: number) => bins[column][n] <= bin;
    tree.feature[node] = column;
    tree.bin[node] = bin;
    const left = leafOf(rows.filter(isLeft));
    const right = leafOf(rows.filter((n) => !isLeft(n)));
    tree.left[node] = left.node;
    tree.right[node] = right.node;
    leaves.splice(best, 1, left, right);
  }
  return tree;
}
