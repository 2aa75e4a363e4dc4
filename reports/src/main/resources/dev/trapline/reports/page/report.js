/* The charts of a Trapline report, drawn with uPlot from the descriptions in #chart-data, and sortable tables. */
(function () {
  "use strict";
  var charts = JSON.parse(document.getElementById("chart-data").textContent);
  var root = document.documentElement;
  var plots = [];
  var FONT = "12px system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";
  var LINES_HEIGHT = 300, BAR_HEIGHT = 44, NAME_LINE = 14, BARS_MARGIN = 46;

  function colour(name) {
    return getComputedStyle(root).getPropertyValue("--" + name).trim();
  }

  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  /* Four digits, thousands apart: as the tables print them. */
  function figure(value) {
    if (value === 0) { return "0"; }
    var size = Math.floor(Math.log10(Math.abs(value))) + 1;
    var fixed = value.toFixed(Math.max(0, Math.min(6, 4 - size)));
    var parts = (fixed.indexOf(".") < 0 ? fixed : fixed.replace(/0+$/, "").replace(/\.$/, "")).split(".");
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, "\u202f");
    return parts.join(".").replace("-", "\u2212");
  }

  function withUnit(text, unit) {
    return unit ? text + "\u202f" + unit : text;
  }

  function isBroken(series) {
    return series.pattern === "BROKEN";
  }

  /* A fill of the series' ink; hatched if it means waiting. */
  function paint(context, series, ratio) {
    var ink = colour(series.ink.name);
    if (!isBroken(series)) { return ink; }
    var side = Math.round(7 * ratio);
    var tile = document.createElement("canvas");
    tile.width = tile.height = side;
    var pen = tile.getContext("2d");
    pen.fillStyle = ink;
    pen.globalAlpha = 0.28;
    pen.fillRect(0, 0, side, side);
    pen.globalAlpha = 0.75;
    pen.strokeStyle = ink;
    pen.lineWidth = side / 6;
    pen.beginPath();
    pen.moveTo(-side / 2, side / 2); pen.lineTo(side / 2, -side / 2);
    pen.moveTo(-side / 4, side * 1.25); pen.lineTo(side * 1.25, -side / 4);
    pen.moveTo(side / 2, side * 1.5); pen.lineTo(side * 1.5, side / 2);
    pen.stroke();
    return context.createPattern(tile, "repeat");
  }

  function scale(axis, extra) {
    return Object.assign({ time: false, range: [axis.low, axis.high], distr: axis.spacing === "LOGARITHMIC" ? 3 : 1 }, extra);
  }

  function axisOf(axis, extra) {
    var at = axis.ticks.map(function (tick) { return tick.at; });
    var labels = axis.ticks.map(function (tick) { return tick.label; });
    return Object.assign({
      font: FONT, labelFont: FONT, stroke: colour("muted"), splits: function () { return at; }, filter: function (plot, splits) { return splits; },
      values: function () { return labels; }, grid: { stroke: colour("rule"), width: 1 }, ticks: { show: false }, gap: 6
    }, extra);
  }

  /* Labels without those that would run into the one before. */
  function thinned(axis, width) {
    var last = -Infinity;
    var span = axis.high - axis.low;
    return axis.ticks.map(function (tick) {
      var middle = (tick.at - axis.low) / span * width;
      var half = tick.label.length * 3.6;
      if (middle - half < last + 4) { return ""; }
      last = middle + half;
      return tick.label;
    });
  }

  function wrapped(label, letters) {
    var lines = [""];
    label.split(" ").forEach(function (word) {
      var line = lines[lines.length - 1];
      if (line && (line + " " + word).length > letters) { lines.push(word); } else { lines[lines.length - 1] = line ? line + " " + word : word; }
    });
    return lines.join("\n");
  }

  /* Shaded areas between two series, under the lines. */
  function drawBands(chart) {
    return function (plot) {
      chart.bands.forEach(function (band) {
        if (!plot.series[band.first + 1].show || !plot.series[band.second + 1].show) { return; }
        var first = chart.series[band.first].values, second = chart.series[band.second].values;
        var both = chart.positions.map(function (x, i) { return i; }).filter(function (i) { return first[i] !== null && second[i] !== null; });
        var pen = plot.ctx;
        pen.save();
        pen.globalAlpha = 0.14;
        pen.fillStyle = colour(chart.series[band.first].ink.name);
        pen.beginPath();
        both.forEach(function (i) { pen.lineTo(plot.valToPos(chart.positions[i], "x", true), plot.valToPos(first[i], "y", true)); });
        both.reverse().forEach(function (i) { pen.lineTo(plot.valToPos(chart.positions[i], "x", true), plot.valToPos(second[i], "y", true)); });
        pen.fill();
        pen.restore();
      });
    };
  }

  function hasInterval(series, i) {
    var low = series.low[i], high = series.high[i];
    return low !== null && high !== null && high - low > 1e-6 * Math.abs(series.values[i]);
  }

  function drawWhisker(plot, series, i, across, along) {
    if (!hasInterval(series, i)) { return; }
    var pen = plot.ctx, cap = 4 * uPlot.pxRatio;
    var from = plot.valToPos(series.low[i], "y", true), to = plot.valToPos(series.high[i], "y", true);
    pen.beginPath();
    [[from, from], [from, to], [to, to]].forEach(function (part, number) {
      var start = number === 1 ? across : across - cap, end = number === 1 ? across : across + cap;
      pen.moveTo(along ? part[0] : start, along ? start : part[0]);
      pen.lineTo(along ? part[1] : end, along ? end : part[1]);
    });
    pen.stroke();
  }

  function drawErrorBars(chart) {
    return function (plot) {
      plot.ctx.save();
      plot.ctx.lineWidth = 1.25 * uPlot.pxRatio;
      chart.series.forEach(function (series, number) {
        if (!plot.series[number + 1].show) { return; }
        plot.ctx.strokeStyle = colour(series.ink.name);
        chart.positions.forEach(function (x, i) { drawWhisker(plot, series, i, plot.valToPos(x, "x", true), false); });
      });
      plot.ctx.restore();
    };
  }

  /* The lines of a bar's name, left of it, around its middle. */
  function writeName(plot, name, middle) {
    var pen = plot.ctx, lines = name.split("\n"), height = NAME_LINE * uPlot.pxRatio;
    startWriting(pen, "text", "right");
    lines.forEach(function (line, number) {
      pen.fillText(line, plot.bbox.left - 8 * uPlot.pxRatio, middle + (number - (lines.length - 1) / 2) * height);
    });
  }

  function write(plot, words, middle, after) {
    startWriting(plot.ctx, "muted", "left");
    plot.ctx.fillText(words, after + 6 * uPlot.pxRatio, middle);
  }

  function startWriting(pen, ink, align) {
    pen.font = FONT.replace("12px", 12 * uPlot.pxRatio + "px");
    pen.fillStyle = colour(ink);
    pen.textAlign = align;
    pen.textBaseline = "middle";
  }

  /* Lying bars; the parts of one position end to end. */
  function drawBars(chart, names) {
    return function (plot) {
      var pen = plot.ctx;
      var paints = chart.series.map(function (series) { return paint(pen, series, uPlot.pxRatio); });
      pen.save();
      chart.positions.forEach(function (x, i) {
        var middle = plot.valToPos(x, "x", true);
        var half = Math.abs(plot.valToPos(x + 0.31, "x", true) - middle);
        var sum = 0;
        writeName(plot, names[i], middle);
        if (chart.series.every(function (series) { return series.values[i] === null; })) { write(plot, "no result", middle, plot.bbox.left); }
        chart.series.forEach(function (series, number) {
          var value = series.values[i];
          if (value === null || value <= 0) { return; }
          var from = plot.valToPos(sum, "y", true), to = plot.valToPos(sum + value, "y", true);
          sum += chart.form === "STACKED" ? value : 0;
          pen.fillStyle = paints[number];
          pen.fillRect(from, middle - half, to - from, 2 * half);
          if (to - from > 3 * uPlot.pxRatio && chart.form === "STACKED") {
            pen.fillStyle = colour("ground");
            pen.fillRect(to - uPlot.pxRatio, middle - half, uPlot.pxRatio, 2 * half);
          }
          pen.strokeStyle = colour("text");
          pen.lineWidth = 1.25 * uPlot.pxRatio;
          drawWhisker(plot, series, i, middle, true);
          if (chart.form === "BARS") {
            var end = series.high[i] === null ? to : plot.valToPos(series.high[i], "y", true);
            write(plot, figure(value), middle, Math.max(to, end));
          }
        });
      });
      pen.restore();
    };
  }

  function tipLine(series, value, isNear) {
    var line = element("div", isNear ? "near" : "");
    line.appendChild(swatch(series, false));
    line.appendChild(element("span", "", series.name));
    line.appendChild(element("span", "", value));
    return line;
  }

  function swatch(series, asLine) {
    var made = element("span", "swatch" + (asLine ? " line" : "") + (isBroken(series) ? " broken" : ""));
    var ink = colour(series.ink.name);
    if (asLine) {
      made.style.borderTopColor = ink;
    } else if (isBroken(series)) {
      made.style.background = "repeating-linear-gradient(135deg, " + ink + " 0 2px, transparent 2px 4px)";
    } else {
      made.style.background = ink;
    }
    return made;
  }

  function interval(series, i) {
    var text = figure(series.values[i]);
    if (!hasInterval(series, i)) { return text; }
    return text + " (" + figure(series.low[i]) + " to " + figure(series.high[i]) + ")";
  }

  function tipForLines(chart, plot, i) {
    var at = chart.positions[i];
    var tick = chart.x.ticks.find(function (it) { return Math.abs(it.at - at) < 1e-9; });
    var place = tick ? tick.label : chart.x.spacing === "NINES" ? figure(100 * (1 - Math.pow(10, -at))) + " %" : figure(at);
    var head = chart.x.spacing === "NINES" ? place + " " + chart.x.label.replace("share ", "") : chart.x.label + " " + withUnit(place, tick ? "" : chart.x.unit);
    var shown = chart.series.filter(function (series, number) { return plot.series[number + 1].show && series.values[i] !== null; });
    var near = null, pointer = plot.cursor.top, nearest = 18;
    shown.forEach(function (series) {
      var distance = Math.abs(plot.valToPos(series.values[i], "y") - pointer);
      if (distance < nearest) { nearest = distance; near = series; }
    });
    shown.sort(function (a, b) { return b.values[i] - a.values[i]; });
    return [element("b", "", head)].concat(shown.map(function (series) { return tipLine(series, withUnit(interval(series, i), chart.y.unit), series === near); }));
  }

  function tipForBars(chart, plot, i) {
    var pointer = plot.posToVal(plot.cursor.left, "y");
    var sum = 0;
    var lines = [element("b", "", chart.x.ticks[i].label)];
    chart.series.forEach(function (series) {
      var value = series.values[i];
      if (value === null || value === 0) { return; }
      var isNear = chart.form === "STACKED" && pointer >= sum && pointer < sum + value;
      sum += value;
      lines.push(tipLine(series, withUnit(interval(series, i), chart.y.unit), isNear));
    });
    if (chart.form === "STACKED") {
      var total = element("div", "total");
      total.appendChild(element("span"));
      total.appendChild(element("span", "", "all"));
      total.appendChild(element("span", "", withUnit(figure(sum), chart.y.unit)));
      lines.push(total);
    }
    return lines;
  }

  function showTip(chart, tip) {
    return function (plot) {
      var i = plot.cursor.idx, left = plot.cursor.left;
      if (i === null || i === undefined || left < 0) { tip.hidden = true; return; }
      tip.replaceChildren.apply(tip, chart.form === "LINES" ? tipForLines(chart, plot, i) : tipForBars(chart, plot, i));
      tip.hidden = false;
      var host = plot.root.parentNode, room = host.clientWidth;
      tip.style.maxWidth = Math.min(384, room) + "px";
      var over = plot.over.getBoundingClientRect(), base = host.parentNode.getBoundingClientRect();
      var x = over.left - base.left + left + 16;
      if (x + tip.offsetWidth > room) { x = Math.max(0, x - tip.offsetWidth - 32); }
      var y = over.top - base.top + plot.cursor.top - tip.offsetHeight / 2;
      tip.style.left = x + "px";
      tip.style.top = Math.max(0, y) + "px";
    };
  }

  function linesOptions(chart, width, tip) {
    var labels = thinned(chart.x, width - 70);
    return {
      width: width, height: LINES_HEIGHT, padding: [8, 20, 0, 0], legend: { show: false },
      scales: { x: scale(chart.x), y: scale(chart.y) },
      axes: [
        axisOf(chart.x, { label: chart.x.unit ? chart.x.label + " (" + chart.x.unit + ")" : chart.x.label, labelSize: 20, size: 26, grid: { show: false }, values: function () { return labels; } }),
        axisOf(chart.y, { size: function (plot, values) { return 14 + 7 * (values || []).reduce(function (most, it) { return Math.max(most, it.length); }, 0); } })
      ],
      series: [{}].concat(chart.series.map(function (series) {
        var ink = colour(series.ink.name);
        return {
          label: series.name, stroke: ink, width: 2, dash: isBroken(series) ? [7, 4] : undefined,
          points: { show: true, size: 6, fill: isBroken(series) ? colour("ground") : ink, stroke: ink }
        };
      })),
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 9 } },
      hooks: { drawAxes: [drawBands(chart)], draw: [drawErrorBars(chart)], setCursor: [showTip(chart, tip)] }
    };
  }

  function barsOptions(chart, width, tip) {
    var isNarrow = width < 560;
    var labels = chart.x.ticks.map(function (tick) { return wrapped(tick.label, isNarrow ? 15 : 24); });
    var longest = Math.max.apply(null, labels.join("\n").split("\n").map(function (line) { return line.length; }));
    var values = thinned(chart.y, width - longest * 7);
    var most = Math.max.apply(null, labels.map(function (label) { return label.split("\n").length; }));
    var barHeight = Math.max(BAR_HEIGHT, NAME_LINE * (most + 1));
    return {
      width: width, height: barHeight * chart.positions.length + BARS_MARGIN, padding: [4, chart.form === "BARS" ? 48 : 16, 0, 0], legend: { show: false },
      scales: { x: scale(chart.x, { ori: 1, dir: -1 }), y: scale(chart.y, { ori: 0 }) },
      axes: [
        axisOf(chart.x, { side: 3, size: longest * 6.6 + 12, values: function () { return labels.map(function () { return ""; }); }, grid: { show: false } }),
        axisOf(chart.y, { side: 2, size: 34, values: function () { return values; } })
      ],
      series: [{}].concat(chart.series.map(function (series) { return { label: series.name, paths: function () { return null; }, points: { show: false } }; })),
      cursor: { x: false, y: false, drag: { x: false, y: false }, points: { show: false } },
      hooks: { drawAxes: [drawBars(chart, labels)], setCursor: [showTip(chart, tip)] }
    };
  }

  /* One key for all charts of a chapter that show the same series; its buttons hide a series in all of them. */
  function addKeys() {
    document.querySelectorAll(".figures").forEach(function (chapter) {
      var own = plots.filter(function (it) { return chapter.contains(it.host) && it.chart.form !== "BARS"; });
      var named = function (it) { return it.chart.form + it.chart.series.map(function (series) { return series.name; }).join("|"); };
      var shared = own.length > 1 && own.every(function (it) { return named(it) === named(own[0]); });
      if (shared) {
        chapter.prepend(keyOf(own));
      } else {
        own.forEach(function (it) { it.host.after(keyOf([it])); });
      }
    });
  }

  function keyOf(shown) {
    var key = element("ul", "key");
    shown[0].chart.series.forEach(function (series, number) {
      var item = element("li"), asLine = shown[0].chart.form === "LINES";
      var entry = element(asLine ? "button" : "span", "entry");
      entry.appendChild(swatch(series, asLine));
      entry.appendChild(element("span", "", series.name));
      if (asLine) {
        entry.type = "button";
        entry.setAttribute("aria-pressed", "true");
        entry.addEventListener("click", function () {
          var shows = entry.getAttribute("aria-pressed") !== "true";
          entry.setAttribute("aria-pressed", String(shows));
          shown.forEach(function (it) { it.plot.setSeries(number + 1, { show: shows }); });
        });
      }
      item.appendChild(entry);
      key.appendChild(item);
    });
    return key;
  }

  function readByKeys(chart, plot, host) {
    host.onkeydown = function (event) {
      var step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
      if (event.key === "Escape") { plot.setCursor({ left: -10, top: -10 }); }
      if (!step) { return; }
      event.preventDefault();
      var at = plot.cursor.idx === null || plot.cursor.left < 0 ? (step > 0 ? -1 : chart.positions.length) : plot.cursor.idx;
      var i = Math.max(0, Math.min(chart.positions.length - 1, at + step));
      var along = plot.valToPos(chart.positions[i], "x");
      plot.setCursor(chart.form === "LINES" ? { left: along, top: 40 } : { left: 40, top: along });
    };
    host.onblur = function () { plot.setCursor({ left: -10, top: -10 }); };
  }

  function build(host) {
    var chart = charts[host.dataset.chart];
    var tip = element("div", "tip");
    tip.hidden = true;
    host.replaceChildren();
    var width = Math.max(240, host.clientWidth);
    var data = [chart.positions].concat(chart.series.map(function (series) { return series.values; }));
    var options = chart.form === "LINES" ? linesOptions(chart, width, tip) : barsOptions(chart, width, tip);
    var plot = new uPlot(options, data, host);
    host.appendChild(tip);
    readByKeys(chart, plot, host);
    plots.push({ host: host, chart: chart, plot: plot, width: width });
  }

  function buildAll() {
    plots.forEach(function (it) { it.plot.destroy(); });
    plots = [];
    document.querySelectorAll(".key").forEach(function (key) { key.remove(); });
    document.querySelectorAll("[data-chart]").forEach(build);
    addKeys();
  }

  function rebuildIfResized() {
    if (plots.some(function (it) { return Math.abs(Math.max(240, it.host.clientWidth) - it.width) > 1; })) { buildAll(); }
  }

  function sortBy(table, column, head) {
    var rises = head.getAttribute("aria-sort") !== "ascending";
    table.querySelectorAll("th[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
    table.classList.remove("grouped");
    head.setAttribute("aria-sort", rises ? "ascending" : "descending");
    var key = function (row) {
      var cell = row.cells[column];
      return cell.dataset.order !== undefined ? cell.dataset.order : cell.textContent.trim();
    };
    var number = function (text) { return parseFloat(text.replace(/[\u202f\s]/g, "").replace("\u2212", "-")); };
    var body = table.tBodies[0];
    Array.from(body.rows).sort(function (a, b) {
      var one = key(a), other = key(b), difference = number(one) - number(other);
      return (isNaN(difference) ? one.localeCompare(other) : difference) * (rises ? 1 : -1);
    }).forEach(function (row) { body.appendChild(row); });
  }

  function makeSortable(table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      var button = element("button");
      button.type = "button";
      button.append.apply(button, Array.from(head.childNodes));
      head.appendChild(button);
      button.addEventListener("click", function () { sortBy(table, column, head); });
    });
  }

  var resizing = 0;
  addEventListener("resize", function () { clearTimeout(resizing); resizing = setTimeout(rebuildIfResized, 120); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", buildAll);
  addEventListener("beforeprint", function () { root.classList.add("paper"); buildAll(); });
  addEventListener("afterprint", function () { root.classList.remove("paper"); buildAll(); });
  document.querySelectorAll("table.sortable").forEach(makeSortable);
  buildAll();
})();
