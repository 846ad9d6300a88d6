import CommandLineSupport
import Counting

/// The totals of all regions as a table or as JSON.
struct RegionReport {
  let totals: [RegionTotal]
  /// The items that each entry of a region worked on.
  let items: Int

  /// A table with a line per region and event.
  var text: String {
    var table = TextTable(columns: [.left, .left, .right, .right, .right, .left])
    table.append(["region", "event", "count", "own", "per item", "counted"])
    for total in totals {
      let region: String = String(repeating: "  ", count: total.depth) + total.name
      for (place, count) in total.counts.enumerated() {
        table.append([
          place == 0 ? region : "", count.name, display(count),
          display(total.ownCounts[place]), perItem(count, total.entries), share(count),
        ])
      }
    }
    return table.text
  }

  private func display(_ count: EventCount) -> String {
    guard let value = count.scaledValue else { return "-" }
    let text: String =
      count.scale == 1
      ? UInt64(exactly: value.rounded()).map(groupedText) ?? "\(value)"
      : decimalText(value, places: 3)
    return count.unit.isEmpty ? text : "\(text) \(count.unit)"
  }

  private func perItem(_ count: EventCount, _ entries: UInt64) -> String {
    guard let value = count.count.value, entries > 0 else { return "-" }
    return decimalText(value / Double(entries) / Double(items), places: 4)
  }

  private func share(_ count: EventCount) -> String {
    switch count.count {
    case .exact: "always"
    case .scaled(_, let share), .lowerBound(_, let share):
      "\(decimalText(share * 100, places: 1)) % of the time"
    case .notCounted(let reason): "never: \(reason)"
    case .notSupported(let error): "not supported: \(error)"
    }
  }

  /// An object with a member `regions`; counts that do not exist are null.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.member("items", items)
      object.key("regions")
      object.array { array in
        for total in totals {
          array.breakLine()
          array.object { object in write(total, to: &object) }
        }
      }
    }
    writer.endLine()
    return writer.take()
  }

  private func write(_ total: RegionTotal, to object: inout JSONWriter) {
    object.member("name", total.name)
    object.member("depth", total.depth)
    object.member("entries", total.entries)
    object.key("counts")
    object.array { array in
      for (count, own) in zip(total.counts, total.ownCounts) {
        array.object { object in
          object.member("event", count.name)
          object.member("unit", count.unit)
          object.key("value")
          if let value = count.scaledValue { object.value(value) } else { object.null() }
          object.key("own")
          if let value = own.scaledValue { object.value(value) } else { object.null() }
          object.member("share", count.count.share)
          if let absence = count.count.absence { object.member("reason", absence) }
        }
      }
    }
  }
}
