// Ribbons from every match in A to its partner in B; the filters act on them as on everything else.

const RIBBONS = {width: 1240, height: 128, bar: 9, most: 600}; // beyond that many the drawing is one grey cloth

function ribbons() {
  const place = $('#ribbons');
  const [a, b] = sides();
  const {width, height, bar, most} = RIBBONS;
  const x = (position, size) => (position / Math.max(size, 1)) * width;
  const bars = [0, height - bar].map((y) => draw('rect', {class: 'ground', x: 0, y, width, height: bar}));
  const strongest = shown().slice().sort((one, other) => other.bits - one.bits || one.number - other.number).slice(0, most);
  const paths = strongest.reverse().map((match) => {
    const [s0, s1] = match.source.map((position) => x(position, a.size));
    const [t0, t1] = match.target.map((position) => x(position, b.size));
    const [top, low, half] = [bar, height - bar, height / 2];
    const d = `M${s0} ${top}C${s0} ${half} ${t0} ${half} ${t0} ${low}H${Math.max(t1, t0 + 2)}`
      + `C${Math.max(t1, t0 + 2)} ${half} ${Math.max(s1, s0 + 2)} ${half} ${Math.max(s1, s0 + 2)} ${top}Z`;
    const look = kindClass(match) + (match.number === state.match ? ' chosen' : '');
    const end = (x0, x1, y) => draw('rect', {x: x0, y, width: Math.max(x1 - x0, 2), height: bar});
    return draw('g', {class: look, 'data-number': match.number, onclick: () => select(match.number, {go: true})},
      draw('path', {d}), end(s0, s1, 0), end(t0, t1, height - bar));
  });
  place.replaceChildren(...bars, ...paths);
}
