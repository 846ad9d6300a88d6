import CommandLineSupport
import Counting
import Stats

extension Report {
  /// The report as one JSON object.
  ///
  /// `value` is in `unit`; `raw` and the times in nanoseconds are as the kernel
  /// returned them. `status` is exact, scaled, lower-bound, not-counted or
  /// not-supported, and `value` is null in the last two cases.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.key("command")
      object.array { array in
        for argument in request.command { array.value(argument) }
      }
      object.member("target", request.target.map(Self.words) ?? "command")
      object.member("runs", outcome.runs.count)
      object.member("interrupted", outcome.isInterrupted)
      object.member("exit_status", Int(outcome.exitStatus))
      object.key("seconds_elapsed")
      object.array { array in
        for second in seconds { array.value(second) }
      }
      object.key("events")
      object.array { array in
        for event in events { write(event, to: &array) }
      }
      object.key("left_out")
      object.array { array in
        for (reason, names) in leftOut {
          for name in names {
            array.object { object in
              object.member("event", name)
              object.member("reason", reason)
            }
          }
        }
      }
    }
    writer.endLine()
    return writer.take()
  }

  private func write(_ event: Series, to array: inout JSONWriter) {
    array.breakLine()
    array.object { object in
      object.member("event", event.name)
      object.member("unit", event.unit)
      if outcome.runs.count > 1, let summary = try? Summary(of: event.values) {
        write(summary, to: &object)
      }
      object.key("counts")
      object.array { array in
        for count in event.counts { write(count, to: &array) }
      }
    }
  }

  private func write(_ summary: Summary<Double>, to object: inout JSONWriter) {
    object.member("median", summary.median)
    object.member("median_absolute_deviation", summary.medianAbsoluteDeviation)
    object.member("mean", summary.mean)
    object.key("standard_deviation")
    if let deviation = summary.standardDeviation { object.value(deviation) } else { object.null() }
    object.member("minimum", summary.minimum)
    object.member("maximum", summary.maximum)
    object.key("median_interval")
    if let bounds = summary.medianInterval.bounds {
      object.object { object in
        object.member("lower", bounds.lowerBound)
        object.member("upper", bounds.upperBound)
        object.member("coverage", summary.medianInterval.coverage)
      }
    } else {
      object.null()
    }
    object.key("outliers")
    object.array { array in
      for flag in summary.outliers.flags { array.value(flag.value) }
    }
  }

  private func write(_ count: EventCount, to array: inout JSONWriter) {
    array.object { object in
      object.key("value")
      if count.scale == 1, let exact = count.count.exactValue {
        object.value(exact)
      } else if let value = count.scaledValue {
        object.value(value)
      } else {
        object.null()
      }
      object.member("status", count.status)
      if let absence = count.count.absence { object.member("reason", absence) }
      object.member("share", count.count.share)
      object.member("raw", count.rawValue)
      object.member("time_enabled", count.timeEnabled)
      object.member("time_running", count.timeRunning)
    }
  }
}

extension EventCount {
  /// The kind of result, as one word.
  var status: String {
    switch count {
    case .exact: "exact"
    case .scaled: "scaled"
    case .lowerBound: "lower-bound"
    case .notCounted: "not-counted"
    case .notSupported: "not-supported"
    }
  }
}
