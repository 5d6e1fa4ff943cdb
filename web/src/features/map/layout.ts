export interface Point {
  x: number;
  y: number;
}

export interface Box {
  width: number;
  height: number;
}

export interface MapLayout {
  hub: Point;
  /** Centres of the systems' cards, in the order of the systems. */
  nodes: readonly Point[];
  height: number;
}

/** Systems on an ellipse around the hub, the first at the upper left, then clockwise; the ellipse fills the board. */
export function around(count: number, board: Box, card: Box): MapLayout {
  const centre = { x: board.width / 2, y: board.height / 2 };
  const angles = Array.from({ length: count }, (_, index) => ((-120 + (index * 360) / Math.max(1, count)) * Math.PI) / 180);
  const wide = Math.max(...angles.map((angle) => Math.abs(Math.cos(angle))), 0.01);
  const tall = Math.max(...angles.map((angle) => Math.abs(Math.sin(angle))), 0.01);
  const radius = { x: (board.width - card.width) / 2 / wide, y: (board.height - card.height) / 2 / tall };
  return {
    hub: centre,
    nodes: angles.map((angle) => ({ x: centre.x + radius.x * Math.cos(angle), y: centre.y + radius.y * Math.sin(angle) })),
    height: board.height,
  };
}

/** On a phone: two columns of systems, the hub between the first and the second row. */
export function stacked(count: number, width: number, card: Box, hub: Box, gap: number): MapLayout {
  const column = (index: number) => (index % 2 === 0 ? card.width / 2 : width - card.width / 2);
  const top = (index: number) => {
    const row = Math.floor(index / 2);
    return row * (card.height + gap) + (row > 0 ? hub.height + gap * 1.5 : 0) + card.height / 2;
  };
  const rows = Math.ceil(count / 2);
  return {
    hub: { x: width / 2, y: card.height + gap * 1.25 + hub.height / 2 },
    nodes: Array.from({ length: count }, (_, index) => ({ x: column(index), y: top(index) })),
    height: rows * (card.height + gap) + hub.height + gap * 0.5,
  };
}

export interface Lane {
  from: Point;
  to: Point;
}

/** The two lanes between a system and the hub: from edge to edge of their boxes, side by side. */
export function lanes(node: Point, nodeBox: Box, hub: Point, hubBox: Box, apart: number): { inbound: Lane; outbound: Lane } {
  const start = edge(node, nodeBox, hub);
  const end = edge(hub, hubBox, node);
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const side = { x: (-(end.y - start.y) / length) * apart, y: ((end.x - start.x) / length) * apart };
  // A little under both boxes, or the shifted lines would end short of their edges.
  const under = { x: ((end.x - start.x) / length) * apart, y: ((end.y - start.y) / length) * apart };
  const shifted = (point: Point, sign: number) => {
    const inwards = point === start ? -1 : 1;
    return { x: point.x + side.x * sign + under.x * inwards, y: point.y + side.y * sign + under.y * inwards };
  };
  return {
    inbound: { from: shifted(start, 1), to: shifted(end, 1) },
    outbound: { from: shifted(end, -1), to: shifted(start, -1) },
  };
}

/** Where the line from a box's centre towards a target leaves the box. */
function edge(centre: Point, box: Box, target: Point): Point {
  const dx = target.x - centre.x;
  const dy = target.y - centre.y;
  const scale = Math.min(dx === 0 ? 1 : box.width / 2 / Math.abs(dx), dy === 0 ? 1 : box.height / 2 / Math.abs(dy), 1);
  return { x: centre.x + dx * scale, y: centre.y + dy * scale };
}
