/* What a chart says where the pointer or the arrow keys are. */

function element(tag, className, text) {
  var made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

/* Four digits, thousands apart: as the tables print them. */
function figure(value) {
  return rounded(value, 4 - digitsBefore(value));
}

/* As many digits as its interval leaves sure, and one more. */
function figureWithin(series, i) {
  return hasInterval(series, i)
    ? rounded(series.values[i], 2 - digitsBefore((series.high[i] - series.low[i]) / 2))
    : figure(series.values[i]);
}

function digitsBefore(value) {
  return Math.floor(Math.log10(Math.abs(value))) + 1;
}

function rounded(value, decimals) {
  if (value === 0) {
    return "0";
  }
  var fixed = value.toFixed(Math.max(0, Math.min(6, decimals)));
  var parts = (fixed.indexOf(".") < 0 ? fixed : fixed.replace(/0+$/, "").replace(/\.$/, "")).split(".");
  parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return parts.join(".").replace("-", "\u2212");
}

function withUnit(text, unit) {
  return unit ? text + "\u202f" + unit : text;
}

function tipLine(series, value, isNear, asLine) {
  var line = element("div", (asLine ? "of-line" : "") + (isNear ? " near" : ""));
  line.appendChild(swatch(series, asLine));
  line.appendChild(element("span", "", series.name));
  line.appendChild(element("span", "", value));
  return line;
}

/* How a series looks: a piece of its line with a point on it, or of its area; in a scatter one of its points, or its band. */
function swatch(series, asLine, chart) {
  if (chart && chart.form === "SCATTER") {
    return series.low.some(isThere) ? bandSwatch(series) : pointSwatch(series);
  }
  return asLine ? lineSwatch(series) : areaSwatch(series);
}

function isThere(value) {
  return value !== null;
}

function areaSwatch(series) {
  var made = element("span", "swatch"),
    ink = colour(series.ink.name);
  made.style.background = series.pattern.hatched
    ? "repeating-linear-gradient(135deg, " + ink + " 0 2px, transparent 2px 4px)"
    : ink;
  return made;
}

function lineSwatch(series) {
  var ink = colour(series.ink.name);
  var made = drawing("svg", { width: 44, height: 12, "aria-hidden": "true", class: "line-swatch" });
  made.appendChild(
    drawing("line", {
      x1: 0,
      x2: 44,
      y1: 6,
      y2: 6,
      stroke: ink,
      "stroke-width": 2.5,
      "stroke-dasharray": series.pattern.dashes.join(" "),
    }),
  );
  made.appendChild(
    drawing("circle", {
      cx: 22,
      cy: 6,
      r: 3.5,
      stroke: ink,
      "stroke-width": 1.5,
      fill: series.pattern.hollow ? colour("ground") : ink,
    }),
  );
  return made;
}

function markSwatch(sign) {
  var made = drawing("svg", { width: 16, height: 16, "aria-hidden": "true", class: "line-swatch" });
  made.appendChild(
    drawing("polygon", {
      points: corners(sign.shape, 8, 8, 6.5).join(" "),
      fill: "none",
      stroke: colour("text"),
      "stroke-width": 1.5,
    }),
  );
  return made;
}

/* A point of a scatter, which no line joins. */
function pointSwatch(series) {
  var ink = colour(series.ink.name);
  var made = drawing("svg", { width: 12, height: 12, "aria-hidden": "true", class: "line-swatch" });
  made.appendChild(
    drawing("circle", {
      cx: 6,
      cy: 6,
      r: 3.5,
      stroke: ink,
      "stroke-width": 1.5,
      fill: series.pattern.hollow ? colour("ground") : ink,
    }),
  );
  return made;
}

/* An area around a line, or around none. */
function bandSwatch(series) {
  var ink = colour(series.ink.name);
  var made = drawing("svg", { width: 36, height: 14, "aria-hidden": "true", class: "line-swatch" });
  made.appendChild(drawing("rect", { width: 36, height: 14, fill: ink, "fill-opacity": 0.25 }));
  if (series.values.some(isThere)) {
    made.appendChild(drawing("line", { x1: 0, x2: 36, y1: 7, y2: 7, stroke: ink, "stroke-width": 2 }));
  }
  return made;
}

function drawing(tag, attributes) {
  var made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.keys(attributes).forEach(function (name) {
    made.setAttribute(name, attributes[name]);
  });
  return made;
}

/* The place of the value that is nearest, of a series that has none everywhere. */
function nearestValue(series, i) {
  for (var away = 0; away < series.values.length; away++) {
    if (i - away >= 0 && series.values[i - away] !== null) {
      return i - away;
    }
    if (i + away < series.values.length && series.values[i + away] !== null) {
      return i + away;
    }
  }
  return i;
}

/* What is marked at a value, in words. */
function marked(chart, series, i) {
  var number = chart.series.indexOf(series);
  return chart.marks
    .filter(function (mark) {
      return mark.series === number && mark.position === i;
    })
    .map(function (mark) {
      return ", " + mark.words;
    })
    .join("");
}

function interval(series, i) {
  var text = figure(series.values[i]);
  if (!hasInterval(series, i)) {
    return text;
  }
  return text + " (" + figure(series.low[i]) + " to " + figure(series.high[i]) + ")";
}

function tipForLines(chart, plot, i) {
  var placeOf = function (series) {
    return isCurves(chart) ? nearestValue(series, i) : i;
  };
  var at = chart.positions[i];
  var tick = chart.x.ticks.find(function (it) {
    return Math.abs(it.at - at) < 1e-9;
  });
  var place = tick
    ? tick.label
    : chart.x.spacing === "NINES"
      ? figure(100 * (1 - Math.pow(10, -at))) + " %"
      : figure(at);
  var head =
    chart.x.spacing === "NINES"
      ? place + " " + chart.x.label.replace("share ", "")
      : chart.x.label + " " + withUnit(place, tick ? "" : chart.x.unit);
  var shown = chart.series.filter(function (series, number) {
    return plot.series[number + 1].show && series.values[placeOf(series)] !== null;
  });
  var near = null,
    pointer = plot.cursor.top,
    nearest = 18;
  shown.forEach(function (series) {
    var distance = Math.abs(plot.valToPos(series.values[placeOf(series)], "y") - pointer);
    if (distance < nearest) {
      nearest = distance;
      near = series;
    }
  });
  shown.sort(function (a, b) {
    return b.values[placeOf(b)] - a.values[placeOf(a)];
  });
  return [element("b", "", head)].concat(
    shown.map(function (series) {
      var place = placeOf(series);
      return tipLine(
        series,
        withUnit(interval(series, place), chart.y.unit) + marked(chart, series, place),
        series === near,
        true,
      );
    }),
  );
}

/* The point that is nearest to the pointer, named by its mark. */
function tipForPoints(chart, plot) {
  var near = null,
    nearest = Infinity;
  chart.marks.forEach(function (mark) {
    if (!plot.series[mark.series + 1].show) {
      return;
    }
    var across = plot.valToPos(chart.positions[mark.position], "x") - plot.cursor.left,
      along = plot.valToPos(chart.series[mark.series].values[mark.position], "y") - plot.cursor.top;
    var distance = across * across + along * along;
    if (distance < nearest) {
      nearest = distance;
      near = mark;
    }
  });
  return near ? [element("b", "", chart.series[near.series].name), element("p", "point", near.words)] : [];
}

function tipForBars(chart, plot, i) {
  var pointer = plot.posToVal(plot.cursor.left, "y");
  var sum = 0;
  var lines = [element("b", "", chart.x.ticks[i].label)];
  chart.series.forEach(function (series) {
    var value = series.values[i];
    if (value === null || value === 0) {
      return;
    }
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
    var i = plot.cursor.idx,
      left = plot.cursor.left;
    if (i === null || i === undefined || left < 0) {
      tip.hidden = true;
      return;
    }
    var lines =
      chart.form === "SCATTER"
        ? tipForPoints(chart, plot)
        : isLines(chart)
          ? tipForLines(chart, plot, i)
          : tipForBars(chart, plot, i);
    tip.replaceChildren.apply(tip, lines);
    tip.hidden = false;
    var host = plot.root.parentNode,
      room = host.clientWidth;
    tip.style.maxWidth = Math.min(384, room) + "px";
    var over = plot.over.getBoundingClientRect(),
      base = host.parentNode.getBoundingClientRect();
    var x = over.left - base.left + left + 16;
    if (x + tip.offsetWidth > room) {
      x = Math.max(0, x - tip.offsetWidth - 32);
    }
    var y = over.top - base.top + plot.cursor.top - tip.offsetHeight / 2;
    tip.style.left = x + "px";
    tip.style.top = Math.max(0, y) + "px";
  };
}
