/* What is drawn on the canvas of a chart besides what uPlot draws: names, bars, bands, whiskers. */

function colour(name) {
  return getComputedStyle(root)
    .getPropertyValue("--" + name)
    .trim();
}

function isLines(chart) {
  return chart.form === "LINES" || isCurves(chart);
}

/* Whether a series has no value at most places. */
function isCurves(chart) {
  return chart.form === "CURVES" || chart.form === "SCATTER";
}

/* Whether a series is points that nothing joins: in a scatter those without intervals. */
function isPoints(chart, number) {
  return (
    chart.form === "SCATTER" &&
    chart.series[number].low.every(function (it) {
      return it === null;
    })
  );
}

/* A fill of the series' ink; hatched if it means waiting. */
function paint(context, series, ratio) {
  var ink = colour(series.ink.name);
  if (!series.pattern.hatched) {
    return ink;
  }
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
  pen.moveTo(-side / 2, side / 2);
  pen.lineTo(side / 2, -side / 2);
  pen.moveTo(-side / 4, side * 1.25);
  pen.lineTo(side * 1.25, -side / 4);
  pen.moveTo(side / 2, side * 1.5);
  pen.lineTo(side * 1.5, side / 2);
  pen.stroke();
  return context.createPattern(tile, "repeat");
}

/* Fills the area between two rows of values where both have one. */
function fillBetween(plot, chart, first, second, ink, alpha) {
  var pen = plot.ctx;
  var both = chart.positions
    .map(function (x, i) {
      return i;
    })
    .filter(function (i) {
      return first[i] !== null && second[i] !== null;
    });
  pen.save();
  pen.globalAlpha = alpha;
  pen.fillStyle = colour(ink);
  pen.beginPath();
  both.forEach(function (i) {
    pen.lineTo(plot.valToPos(chart.positions[i], "x", true), plot.valToPos(first[i], "y", true));
  });
  both.reverse().forEach(function (i) {
    pen.lineTo(plot.valToPos(chart.positions[i], "x", true), plot.valToPos(second[i], "y", true));
  });
  pen.fill();
  pen.restore();
}

/* Under the lines: areas between variants, and of each line its interval. */
function drawBands(chart) {
  return function (plot) {
    chart.bands.forEach(function (band) {
      if (plot.series[band.first + 1].show && plot.series[band.second + 1].show) {
        var first = chart.series[band.first],
          second = chart.series[band.second];
        fillBetween(plot, chart, first.values, second.values, first.ink.name, 0.1);
      }
    });
    chart.series.forEach(function (series, number) {
      if (plot.series[number + 1].show) {
        fillBetween(plot, chart, series.low, series.high, series.ink.name, 0.22);
      }
    });
  };
}

function hasInterval(series, i) {
  var low = series.low[i],
    high = series.high[i];
  return low !== null && high !== null && high - low > 1e-6 * Math.abs(series.values[i]);
}

function drawWhisker(plot, series, i, across, along) {
  if (!hasInterval(series, i)) {
    return;
  }
  var pen = plot.ctx,
    cap = 4 * uPlot.pxRatio;
  var from = plot.valToPos(series.low[i], "y", true),
    to = plot.valToPos(series.high[i], "y", true);
  pen.beginPath();
  [
    [from, from],
    [from, to],
    [to, to],
  ].forEach(function (part, number) {
    var start = number === 1 ? across : across - cap,
      end = number === 1 ? across : across + cap;
    pen.moveTo(along ? part[0] : start, along ? start : part[0]);
    pen.lineTo(along ? part[1] : end, along ? end : part[1]);
  });
  pen.stroke();
}

/* Outlines of signs around a place, as corners from -1 to 1. */
var SHAPES = {
  NONE: [],
  DIAMOND: [-1, 0, 0, -1, 1, 0, 0, 1],
  SQUARE: [-0.8, -0.8, 0.8, -0.8, 0.8, 0.8, -0.8, 0.8],
  TRIANGLE: [0, -1.1, 1.1, 0.8, -1.1, 0.8],
  WEDGE: [0, 1.1, 1.1, -0.8, -1.1, -0.8],
  CROSS: [-1, -0.4, -0.4, -0.4, -0.4, -1, 0.4, -1, 0.4, -0.4, 1, -0.4, 1, 0.4, 0.4, 0.4, 0.4, 1, -0.4, 1, -0.4, 0.4, -1, 0.4],
};

/* The corners of a sign of this size around a place. */
function corners(shape, x, y, size) {
  var found = [];
  for (var i = 0; i < SHAPES[shape].length; i += 2) {
    found.push([x + size * SHAPES[shape][i], y + size * SHAPES[shape][i + 1]]);
  }
  return found;
}

/* A sign around each value of which something is to be said. */
function drawMarks(chart) {
  return function (plot) {
    var pen = plot.ctx,
      size = 7 * uPlot.pxRatio;
    pen.save();
    pen.lineWidth = 1.75 * uPlot.pxRatio;
    pen.strokeStyle = colour("text");
    chart.marks.forEach(function (mark) {
      var value = chart.series[mark.series].values[mark.position];
      if (value === null || !plot.series[mark.series + 1].show) {
        return;
      }
      var x = plot.valToPos(chart.positions[mark.position], "x", true),
        y = plot.valToPos(value, "y", true);
      pen.beginPath();
      corners(mark.sign.shape, x, y, size).forEach(function (corner) {
        pen.lineTo(corner[0], corner[1]);
      });
      pen.closePath();
      pen.stroke();
    });
    pen.restore();
  };
}

/* The lines of a bar's name, left of it, around its middle. */
function writeName(plot, name, middle) {
  var pen = plot.ctx,
    lines = name.split("\n"),
    height = NAME_LINE * uPlot.pxRatio;
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
    var paints = chart.series.map(function (series) {
      return paint(pen, series, uPlot.pxRatio);
    });
    pen.save();
    chart.positions.forEach(function (x, i) {
      var middle = plot.valToPos(x, "x", true);
      var half = Math.abs(plot.valToPos(x + 0.31, "x", true) - middle);
      var sum = 0;
      writeName(plot, names[i], middle);
      if (
        chart.series.every(function (series) {
          return series.values[i] === null;
        })
      ) {
        write(plot, "no result", middle, plot.bbox.left);
      }
      chart.series.forEach(function (series, number) {
        var value = series.values[i];
        if (value === null || value <= 0) {
          return;
        }
        var from = plot.valToPos(sum, "y", true),
          to = plot.valToPos(sum + value, "y", true);
        sum += chart.form === "STACKED" ? value : 0;
        pen.fillStyle = paints[number];
        pen.fillRect(from, middle - half, to - from, 2 * half);
        if (to - from > 3 * uPlot.pxRatio && chart.form === "STACKED") {
          pen.fillStyle = colour("ground");
          pen.fillRect(to - uPlot.pxRatio, middle - half, uPlot.pxRatio, 2 * half);
        }
        // A rim of the ground keeps a whisker apart from a bar of about its own brightness.
        [
          ["ground", 3.5],
          ["text", 1.5],
        ].forEach(function (stroke) {
          pen.strokeStyle = colour(stroke[0]);
          pen.lineWidth = stroke[1] * uPlot.pxRatio;
          drawWhisker(plot, series, i, middle, true);
        });
        if (chart.form === "BARS") {
          var end = series.high[i] === null ? to : plot.valToPos(series.high[i], "y", true);
          write(plot, figureWithin(series, i), middle, Math.max(to, end));
        }
      });
    });
    pen.restore();
  };
}
