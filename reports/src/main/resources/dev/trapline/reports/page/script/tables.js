/* Tables that are sorted by the column whose heading is chosen, and those that show only rows with the words asked for. */

function sortBy(table, column, head) {
  var rises = head.getAttribute("aria-sort") !== "ascending";
  table.querySelectorAll("th[aria-sort]").forEach(function (other) {
    other.removeAttribute("aria-sort");
  });
  table.classList.remove("grouped");
  head.setAttribute("aria-sort", rises ? "ascending" : "descending");
  var key = function (row) {
    var cell = row.cells[column];
    return cell.dataset.order !== undefined ? cell.dataset.order : cell.textContent.trim();
  };
  var number = function (text) {
    return parseFloat(text.replace(/[\u202f\s]/g, "").replace("\u2212", "-"));
  };
  var body = table.tBodies[0];
  Array.from(body.rows)
    .sort(function (a, b) {
      var one = key(a),
        other = key(b),
        difference = number(one) - number(other);
      return (isNaN(difference) ? one.localeCompare(other) : difference) * (rises ? 1 : -1);
    })
    .forEach(function (row) {
      body.appendChild(row);
    });
}

function makeSortable(table) {
  Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
    if (!head.textContent.trim()) {
      return;
    }
    var button = element("button");
    button.type = "button";
    button.append.apply(button, Array.from(head.childNodes));
    head.appendChild(button);
    button.addEventListener("click", function () {
      sortBy(table, column, head);
    });
  });
}

/* A field for words that a row must have, and what the rows that have them add up to. */
function makeFilterable(table, number) {
  var box = element("p", "filter"),
    label = element("label", "", "Only rows with"),
    field = element("input"),
    sum = element("output", "hint-text");
  field.type = "search";
  field.id = "filter-" + number;
  label.htmlFor = field.id;
  box.append(label, field, sum);
  table.closest(".scroll").before(box);
  field.addEventListener("input", function () {
    filter(table, field.value, sum);
  });
}

function filter(table, asked, sum) {
  var words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  var shown = 0,
    total = 0;
  Array.from(table.tBodies[0].rows).forEach(function (row) {
    var text = Array.from(row.cells)
      .map(function (cell) {
        return cell.textContent;
      })
      .join(" ")
      .toLowerCase();
    row.hidden = !words.every(function (word) {
      return text.indexOf(word) >= 0;
    });
    if (!row.hidden) {
      shown++;
      total += table.dataset.sums ? +row.cells[+table.dataset.sums].dataset.order : 0;
    }
  });
  var together = table.dataset.sums ? ", " + withUnit(figure(total), "ms") + " together" : "";
  sum.textContent = words.length ? shown + " rows" + together : "";
}

/* What has to be scrolled to the side can be reached by keys. */
function markScrolled() {
  document.querySelectorAll(".scroll, pre").forEach(function (box) {
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", box.tagName === "PRE" ? "The scenario" : "Table, wider than the page");
    } else {
      box.removeAttribute("tabindex");
      box.removeAttribute("role");
      box.removeAttribute("aria-label");
    }
  });
}

document.addEventListener("toggle", markScrolled, true);
addEventListener("resize", markScrolled);
document.querySelectorAll("table.sortable").forEach(makeSortable);
document.querySelectorAll("table.filterable").forEach(makeFilterable);
markScrolled();
