/* The charts of a Trapline report, drawn with uPlot from the descriptions in #chart-data. */
var charts = JSON.parse(document.getElementById("chart-data").textContent);
var root = document.documentElement;
var plots = [];
var FONT = "12px system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";
var LINES_HEIGHT = 300,
  BAR_HEIGHT = 44,
  NAME_LINE = 14,
  BARS_MARGIN = 46;

function scale(axis, extra) {
  return Object.assign(
    { time: false, range: [axis.low, axis.high], distr: axis.spacing === "LOGARITHMIC" ? 3 : 1 },
    extra,
  );
}

function axisOf(axis, extra) {
  var at = axis.ticks.map(function (tick) {
    return tick.at;
  });
  var labels = axis.ticks.map(function (tick) {
    return tick.label;
  });
  return Object.assign(
    {
      font: FONT,
      labelFont: FONT,
      stroke: colour("muted"),
      splits: function () {
        return at;
      },
      filter: function (plot, splits) {
        return splits;
      },
      values: function () {
        return labels;
      },
      grid: { stroke: colour("rule"), width: 1 },
      ticks: { show: false },
      gap: 6,
    },
    extra,
  );
}

/* Labels without those that would run into the one before. */
function thinned(axis, width) {
  var last = -Infinity;
  var along = function (at) {
    return axis.spacing === "LOGARITHMIC" ? Math.log(at) : at;
  };
  var span = along(axis.high) - along(axis.low);
  return axis.ticks.map(function (tick) {
    var middle = ((along(tick.at) - along(axis.low)) / span) * width;
    var half = tick.label.length * 3.6;
    if (middle - half < last + 4) {
      return "";
    }
    last = middle + half;
    return tick.label;
  });
}

function wrapped(label, letters) {
  var lines = [""];
  label.split(" ").forEach(function (whole) {
    var word = whole.length > letters ? whole.slice(0, letters - 1) + "\u2026" : whole;
    var line = lines[lines.length - 1];
    if (line && (line + " " + word).length > letters) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = line ? line + " " + word : word;
    }
  });
  return (lines.length > 4 ? lines.slice(0, 3).concat("\u2026") : lines).join("\n");
}

function linesOptions(chart, width, tip) {
  var labels = thinned(chart.x, width - 70);
  return {
    width: width,
    height: LINES_HEIGHT,
    padding: [8, chart.x.spacing === "NINES" ? 30 : 20, 0, 0],
    legend: { show: false },
    scales: { x: scale(chart.x), y: scale(chart.y) },
    axes: [
      axisOf(chart.x, {
        label: chart.x.unit ? chart.x.label + " (" + chart.x.unit + ")" : chart.x.label,
        labelSize: 20,
        size: 26,
        grid: { show: false },
        values: function () {
          return labels;
        },
      }),
      axisOf(chart.y, {
        size: function (plot, values) {
          return (
            14 +
            7 *
              (values || []).reduce(function (most, it) {
                return Math.max(most, it.length);
              }, 0)
          );
        },
      }),
    ],
    series: [{}].concat(
      chart.series.map(function (series, number) {
        var ink = colour(series.ink.name);
        return {
          label: series.name,
          stroke: ink,
          width: isPoints(chart, number) ? 0 : 2,
          paths: isPoints(chart, number)
            ? function () {
                return null;
              }
            : undefined,
          dash: series.pattern.dashes.length ? series.pattern.dashes : undefined,
          // A platform that has no figure at a place has one at the next: its points say where.
          spanGaps: true,
          points: {
            show: chart.form === "LINES" || isPoints(chart, number),
            size: isPoints(chart, number) ? 7 : 6,
            fill: series.pattern.hollow ? colour("ground") : ink,
            stroke: ink,
          },
        };
      }),
    ),
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 9 },
      dataIdx: function (plot, number, i) {
        return number === 0 || !isCurves(chart) ? i : nearestValue(chart.series[number - 1], i);
      },
    },
    hooks: { drawAxes: [drawBands(chart)], draw: [drawMarks(chart)], setCursor: [showTip(chart, tip)] },
  };
}

function barsOptions(chart, width, tip) {
  var isNarrow = width < 560;
  var labels = chart.x.ticks.map(function (tick) {
    return wrapped(tick.label, isNarrow ? 15 : 24);
  });
  var longest = Math.max.apply(
    null,
    labels
      .join("\n")
      .split("\n")
      .map(function (line) {
        return line.length;
      }),
  );
  var values = thinned(chart.y, width - longest * 7);
  var most = Math.max.apply(
    null,
    labels.map(function (label) {
      return label.split("\n").length;
    }),
  );
  var barHeight = Math.max(BAR_HEIGHT, NAME_LINE * (most + 1));
  return {
    width: width,
    height: barHeight * chart.positions.length + BARS_MARGIN,
    padding: [4, chart.form === "BARS" ? 48 : 16, 0, 0],
    legend: { show: false },
    scales: { x: scale(chart.x, { ori: 1, dir: -1 }), y: scale(chart.y, { ori: 0 }) },
    axes: [
      axisOf(chart.x, {
        side: 3,
        size: longest * 6.6 + 12,
        values: function () {
          return labels.map(function () {
            return "";
          });
        },
        grid: { show: false },
      }),
      axisOf(chart.y, {
        side: 2,
        size: 34,
        values: function () {
          return values;
        },
      }),
    ],
    series: [{}].concat(
      chart.series.map(function (series) {
        return {
          label: series.name,
          paths: function () {
            return null;
          },
          points: { show: false },
        };
      }),
    ),
    cursor: { x: false, y: false, drag: { x: false, y: false }, points: { show: false } },
    hooks: { drawAxes: [drawBars(chart, labels)], setCursor: [showTip(chart, tip)] },
  };
}

/* One key for all charts of a chapter that show the same series; its buttons hide a series in all of them. */
function addKeys() {
  document.querySelectorAll(".figures").forEach(function (chapter) {
    var own = plots.filter(function (it) {
      return chapter.contains(it.host) && it.chart.form !== "BARS";
    });
    var named = function (it) {
      return (
        it.chart.form +
        it.chart.series
          .map(function (series) {
            return series.name;
          })
          .join("|")
      );
    };
    var shared =
      own.length > 1 &&
      own.every(function (it) {
        return named(it) === named(own[0]);
      });
    if (shared) {
      chapter.prepend(keyOf(own));
    } else {
      own.forEach(function (it) {
        it.host.after(keyOf([it]));
      });
    }
  });
}

function keyOf(shown) {
  var key = element("ul", "key");
  shown[0].chart.series.forEach(function (series, number) {
    var item = element("li"),
      asLine = isLines(shown[0].chart);
    var entry = element(asLine ? "button" : "span", "entry");
    entry.appendChild(swatch(series, asLine, shown[0].chart));
    entry.appendChild(element("span", "", series.name));
    if (asLine) {
      entry.type = "button";
      entry.setAttribute("aria-pressed", "true");
      entry.addEventListener("click", function () {
        var shows = entry.getAttribute("aria-pressed") !== "true";
        entry.setAttribute("aria-pressed", String(shows));
        shown.forEach(function (it) {
          it.plot.setSeries(number + 1, { show: shows });
        });
      });
    }
    item.appendChild(entry);
    key.appendChild(item);
  });
  distinctSigns(shown).forEach(function (sign) {
    var item = element("li"),
      entry = element("span", "entry");
    entry.appendChild(markSwatch(sign));
    entry.appendChild(element("span", "", sign.meaning));
    item.appendChild(entry);
    key.appendChild(item);
  });
  return key;
}

function distinctSigns(shown) {
  var signs = {};
  shown.forEach(function (it) {
    it.chart.marks.forEach(function (mark) {
      if (mark.sign.meaning) {
        signs[mark.sign.meaning] = mark.sign;
      }
    });
  });
  return Object.values(signs);
}

function readByKeys(chart, plot, host) {
  host.onkeydown = function (event) {
    var step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (event.key === "Escape") {
      plot.setCursor({ left: -10, top: -10 });
    }
    if (!step) {
      return;
    }
    event.preventDefault();
    var at =
      plot.cursor.idx === null || plot.cursor.left < 0 ? (step > 0 ? -1 : chart.positions.length) : plot.cursor.idx;
    var i = Math.max(0, Math.min(chart.positions.length - 1, at + step));
    var along = plot.valToPos(chart.positions[i], "x");
    plot.setCursor(isLines(chart) ? { left: along, top: 40 } : { left: 40, top: along });
  };
  host.onblur = function () {
    plot.setCursor({ left: -10, top: -10 });
  };
}

/* Before a page is printed it still has the width of the screen: on paper two charts stand beside each other. */
function widthOf(host) {
  var isWide = host.parentNode.classList.contains("stacked");
  return root.classList.contains("paper") ? (isWide ? 690 : 330) : Math.max(240, host.clientWidth);
}

function build(host) {
  var chart = charts[host.dataset.chart];
  var tip = element("div", "tip");
  tip.hidden = true;
  host.replaceChildren();
  var width = widthOf(host);
  var data = [chart.positions].concat(
    chart.series.map(function (series) {
      return series.values;
    }),
  );
  var options = isLines(chart) ? linesOptions(chart, width, tip) : barsOptions(chart, width, tip);
  var plot = new uPlot(options, data, host);
  host.appendChild(tip);
  readByKeys(chart, plot, host);
  plots.push({ host: host, chart: chart, plot: plot, width: width });
}

function buildAll() {
  plots.forEach(function (it) {
    it.plot.destroy();
  });
  plots = [];
  document.querySelectorAll(".key").forEach(function (key) {
    key.remove();
  });
  document.querySelectorAll("[data-chart]").forEach(build);
  addKeys();
}

function rebuildIfResized() {
  if (
    plots.some(function (it) {
      return Math.abs(widthOf(it.host) - it.width) > 1;
    })
  ) {
    buildAll();
  }
}

/* A chart that was not shown had no width. */
document.querySelectorAll(".choices").forEach(function (choices) {
  choices.addEventListener("change", rebuildIfResized);
});
var resizing = 0;
addEventListener("resize", function () {
  clearTimeout(resizing);
  resizing = setTimeout(rebuildIfResized, 120);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", buildAll);
addEventListener("beforeprint", function () {
  root.classList.add("paper");
  buildAll();
});
addEventListener("afterprint", function () {
  root.classList.remove("paper");
  buildAll();
});
buildAll();
