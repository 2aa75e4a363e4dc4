/* Tables that are sorted by the column whose heading is chosen. */

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
    var button = element("button");
    button.type = "button";
    button.append.apply(button, Array.from(head.childNodes));
    head.appendChild(button);
    button.addEventListener("click", function () {
      sortBy(table, column, head);
    });
  });
}

document.querySelectorAll("table.sortable").forEach(makeSortable);
