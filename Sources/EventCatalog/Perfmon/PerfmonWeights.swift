/// How many floating point operations each bit of a unit mask stands for.
enum PerfmonWeights {
  private static let limit: Int = 64

  /// Reads a file and adds the metric that sums all operations of a table's events.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: The file's path.
  ///   - provenance: Where the metric comes from.
  ///   - table: The table, whose events must have been read.
  /// - Throws: What is wrong with the file.
  static func read(
    _ bytes: [UInt8], path: String, provenance: EventProvenance, into table: inout EventTable
  ) throws(EventSourceError) {
    var file = EventFile(bytes, path: path)
    var operands: [MetricDefinition.Operand] = []
    var products: [String] = []
    var count: Int = 0
    while try file.next() {
      count += 1
      // Each asks all events, and a unit mask has eight bits.
      guard count <= limit else {
        throw EventSourceError(path: path, problem: .tooManyEntries(limit: limit))
      }
      do throws(EventSourceError) {
        let record: EventFileRecord = file.record
        guard let name = record.text(.bitName), let bit = try record.number(.bitIndex)?.value,
          let weight = try record.number(.operationsPerCount)?.value
        else { throw record.failure(.missingField(EventFileField.bitName.key)) }
        guard bit < 8, let event = event(ofBit: bit, name: name, in: table) else {
          throw record.failure(.danglingReference(name))
        }
        let alias: String = "bit\(bit)"
        operands.append(MetricDefinition.Operand(alias: alias, value: event))
        products.append("\(weight) * \(alias)")
      } catch {
        table.add(warning: error)
      }
    }
    guard !operands.isEmpty else { return }
    var metric = MetricDefinition(
      name: "FLOATING_POINT_OPERATIONS", formula: products.joined(separator: " + "),
      language: .perfmon, operands: operands, provenance: provenance)
    metric.brief = "Floating point operations, by the weights of the bits of the unit mask"
    metric.groups = ["Flops"]
    table.metrics.append(metric)
  }

  /// The event that counts what one bit of the mask means.
  private static func event(ofBit bit: UInt64, name: String, in table: EventTable) -> String? {
    let mask: UInt64 = 1 << (8 + bit)
    let suffix: String = "." + name
    return table.events.first { event in
      event.name.hasSuffix(suffix) && event.words.map { $0.config & 0xff00 == mask } == true
        && event.name.hasPrefix("FP_")
    }?.name
  }
}
