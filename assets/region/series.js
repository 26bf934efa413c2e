// SPDX-License-Identifier: EUPL-1.2
// Draws the table of days as a line that can be zoomed. The table stays beside it: whoever has no
// script, or does not see the picture, reads the same numbers there.
"use strict";

(() => {
  const place = document.getElementById("series");
  const rows = [...document.querySelectorAll("#days tbody tr")];
  if (!place || rows.length < 2) return;
  const words = place.dataset;

  const days = rows.map((row) => Date.parse(row.dataset.day + "T12:00:00Z") / 1000);
  // A day that was closed or not reported has no number, nor has one below five: the line has a gap
  // there, not a zero.
  const column = (at) =>
    rows.map((row) => {
      const value = row.children[at].dataset.value;
      return value === undefined ? null : Number(value);
    });

  const visits = column(2);
  const people = column(3);
  if (![...visits, ...people].some((each) => each !== null)) return;

  const date = new Intl.DateTimeFormat(words.language, { day: "numeric", month: "short", timeZone: "UTC" });
  const line = (label, colour, dash, width) => ({
    label, stroke: colour, dash, width, points: { show: true, size: 5 }, spanGaps: false,
  });
  const size = () => ({ width: Math.max(240, place.clientWidth), height: 280 });

  const tools = document.createElement("div");
  tools.className = "tools";
  const picture = document.createElement("div");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", words.title);
  place.append(tools, picture);

  const letters = getComputedStyle(place);
  const axis = { stroke: "#55514A", font: `${letters.fontSize} ${letters.fontFamily}` };

  const chart = new uPlot({
    ...size(),
    tzDate: (stamp) => uPlot.tzDate(new Date(stamp * 1e3), "UTC"),
    cursor: { drag: { x: true, y: false } },
    scales: { y: { range: (u, low, high) => [0, Math.max(1, high * 1.1)] } },
    axes: [
      { values: (u, stamps) => stamps.map((stamp) => date.format(stamp * 1000)), space: 90, ...axis },
      { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], ...axis },  // there are no half visits
    ],
    series: [
      { value: (u, stamp) => (stamp == null ? "–" : date.format(stamp * 1000)), label: words.day },
      line(words.visits, "#0B4F8A", [], 2.5),
      line(words.people, "#8A4B00", [6, 4], 2.5),
    ],
  }, [days, visits, people], picture);

  // Whatever the mouse can do by dragging, these do by key.
  const first = days[0];
  const last = days[days.length - 1];
  const least = 6 * 86400;
  const show = (from, to) => {
    const length = Math.min(Math.max(to - from, least), last - first);
    const start = Math.min(Math.max(from, first), last - length);
    chart.setScale("x", { min: start, max: start + length });
  };
  const step = (label, change) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      const { min, max } = chart.scales.x;
      change(min, max, max - min);
    });
    tools.append(button);
  };
  step(words.all, () => show(first, last));
  step(words.closer, (min, max, length) => show(min + length / 4, max - length / 4));
  step(words.wider, (min, max, length) => show(min - length / 2, max + length / 2));
  step(words.earlier, (min, max, length) => show(min - length / 2, max - length / 2));
  step(words.later, (min, max, length) => show(min + length / 2, max + length / 2));

  new ResizeObserver(() => chart.setSize(size())).observe(place);
})();
