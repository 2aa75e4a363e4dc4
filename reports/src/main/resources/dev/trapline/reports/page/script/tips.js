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
  if (value === 0) {
    return "0";
  }
  var size = Math.floor(Math.log10(Math.abs(value))) + 1;
  var fixed = value.toFixed(Math.max(0, Math.min(6, 4 - size)));
  var parts = (fixed.indexOf(".") < 0 ? fixed : fixed.replace(/0+$/, "").replace(/\.$/, "")).split(".");
  parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return parts.join(".").replace("-", "\u2212");
}

function withUnit(text, unit) {
  return unit ? text + "\u202f" + unit : text;
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
  if (!hasInterval(series, i)) {
    return text;
  }
  return text + " (" + figure(series.low[i]) + " to " + figure(series.high[i]) + ")";
}

function tipForLines(chart, plot, i) {
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
    return plot.series[number + 1].show && series.values[i] !== null;
  });
  var near = null,
    pointer = plot.cursor.top,
    nearest = 18;
  shown.forEach(function (series) {
    var distance = Math.abs(plot.valToPos(series.values[i], "y") - pointer);
    if (distance < nearest) {
      nearest = distance;
      near = series;
    }
  });
  shown.sort(function (a, b) {
    return b.values[i] - a.values[i];
  });
  return [element("b", "", head)].concat(
    shown.map(function (series) {
      return tipLine(series, withUnit(interval(series, i), chart.y.unit), series === near);
    }),
  );
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
    tip.replaceChildren.apply(tip, chart.form === "LINES" ? tipForLines(chart, plot, i) : tipForBars(chart, plot, i));
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
