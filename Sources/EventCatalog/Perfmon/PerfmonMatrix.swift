/// The events that requests and responses of a table of offcore bits make together.
struct PerfmonMatrix {
  private let folder: String
  private let provenance: EventProvenance
  private var requests: [Entry] = []
  private var responses: [Entry] = []

  /// More events than any real table makes.
  private static let limit: Int = 1 << 14

  private struct Entry {
    var name: String
    var value: UInt64
    var registers: CounterSet
    var description: String
  }

  init(folder: String, provenance: EventProvenance) {
    self.folder = folder
    self.provenance = provenance
  }

  /// Reads a file and adds the events that a table does not have yet.
  mutating func read(
    _ bytes: [UInt8], path: String, into table: inout EventTable
  ) throws(EventSourceError) {
    var file = EventFile(bytes, path: path)
    while try file.next() {
      do throws(EventSourceError) { try take(file.record) } catch { table.add(warning: error) }
    }
    guard requests.count * responses.count <= Self.limit else {
      throw EventSourceError(path: path, problem: .tooManyEntries(limit: Self.limit))
    }
    let known: Set<String> = Set(table.events.map(\.name))
    for request in requests {
      for response in responses {
        guard let event = event(request, response), !known.contains(event.name) else { continue }
        table.events.append(event)
      }
    }
  }

  private mutating func take(_ record: EventFileRecord) throws(EventSourceError) {
    guard let value = try record.number(.matrixValue)?.value else {
      throw record.failure(.missingField(EventFileField.matrixValue.key))
    }
    let name: (EventFileField) -> String? = { field in
      record.text(field).flatMap { $0.lowercased() == "null" ? nil : $0 }
    }
    let registers: CounterSet = CounterText(record.bytes(.matrixRegister)).programmable ?? []
    let description: String = record.text(.matrixDescription) ?? ""
    if let request = name(.matrixRequest) {
      requests.append(
        Entry(name: request, value: value, registers: registers, description: description))
    } else if let response = name(.matrixResponse), value >> 48 == 0 {
      responses.append(
        Entry(
          name: response, value: value << 16, registers: registers, description: description))
    } else {
      throw record.failure(.missingField(EventFileField.matrixRequest.key))
    }
  }

  private func event(_ request: Entry, _ response: Entry) -> EventDefinition? {
    let registers: CounterSet = request.registers.intersection(response.registers)
    guard let first = registers.counters.first, first < 2 else { return nil }
    let value: UInt64 = request.value | response.value
    // Small cores tell the registers apart by the unit mask, big ones by the code.
    let isSmall: Bool = ["SLM", "GLM", "GLP", "KNL", "KNM", "SNR", "EHL"].contains(folder)
    let code: String = first == 0 || isSmall ? "event=0xb7" : "event=0xbb"
    let mask: String = first == 1 && isSmall ? "umask=2" : "umask=1"
    var event = EventDefinition(
      name: "OFFCORE_RESPONSE.\(request.name).\(response.name)", unit: .core,
      terms: "\(code),\(mask),offcore_rsp=\(value.hexadecimal)", provenance: provenance)
    event.words = EventWords(
      config: (first == 0 || isSmall ? 0xb7 : 0xbb) | (first == 1 && isSmall ? 0x200 : 0x100),
      config1: value)
    event.brief = "\(request.description) that \(response.description)"
    event.topic = PerfmonFile.Kind.offcoreMatrix.rawValue
    event.constraints.extraRegister = ExtraRegister(
      addresses: registers.counters.prefix(2).map { 0x1a6 + UInt32($0) }, value: value)
    return event
  }
}
