internal import CLibpfm

extension LibpfmCatalog {
  /// Lists the events of a PMU with their attributes.
  ///
  /// - Parameters:
  ///   - pmu: The PMU.
  ///   - layer: The layer whose attributes are meant.
  /// - Returns: The entries in the order of the library.
  public func entries(of pmu: LibpfmPMU, layer: LibpfmLayer = .hardware) -> [LibpfmEntry] {
    events(of: pmu, layer: layer).map {
      LibpfmEntry(event: $0, attributes: attributes(of: $0))
    }
  }

  /// Visits every event of every PMU with its attributes.
  ///
  /// It is the quickest way through all tables. The boxes of an uncore PMU, such as
  /// `skx_unc_cha0` to `skx_unc_cha27`, share their events in the library's memory, so
  /// their attributes are asked for once.
  ///
  /// - Parameters:
  ///   - layer: The layer whose attributes are meant.
  ///   - body: Is called with each PMU and each of its entries.
  public func forEachEntry(
    layer: LibpfmLayer = .hardware, _ body: (LibpfmPMU, LibpfmEntry) -> Void
  ) {
    var previous: (kind: String, entries: [LibpfmEntry]) = ("", [])
    for pmu in pmus {
      let kind: String = pmu.boxKind
      let events: [LibpfmEvent] = events(of: pmu, layer: layer)
      let isSibling: Bool =
        pmu.scope == .uncore && kind == previous.kind && events.count == previous.entries.count
      var entries: [LibpfmEntry] = []
      entries.reserveCapacity(events.count)
      for (index, event) in events.enumerated() {
        if isSibling, event.sharesTable(with: previous.entries[index].event) {
          entries.append(
            LibpfmEntry(event: event, attributes: previous.entries[index].attributes))
        } else {
          entries.append(LibpfmEntry(event: event, attributes: attributes(of: event)))
        }
      }
      for entry in entries { body(pmu, entry) }
      previous = (kind, entries)
    }
  }
}

extension LibpfmPMU {
  /// The name without the number of the box.
  var boxKind: String {
    let last: String.Index? = name.utf8.lastIndex { !NumberText.isDigit($0) }
    return last.map { String(name[...$0]) } ?? ""
  }
}

extension LibpfmEvent {
  /// Whether two events are one and the same entry of a table.
  fileprivate func sharesTable(with other: Self) -> Bool {
    unsafe name.pointer == other.name.pointer && summary?.pointer == other.summary?.pointer
      && equivalent?.pointer == other.equivalent?.pointer && code == other.code
      && attributeCount == other.attributeCount && layer == other.layer
  }
}

extension LibpfmCatalog {
  /// Whether the library encodes an event of a PMU that this machine lacks.
  static func canEncode(anyOf pmus: [LibpfmPMU]) -> Bool {
    pmus.contains { pmu in
      guard !pmu.isPresent, let event = LibpfmEvent(number: pmu.firstEvent, layer: .hardware)
      else { return false }
      let name = "\(pmu.name)::\(event.name)"
      return LibpfmAnswer(registersOf: name, levels: [.user]).result == PFM_SUCCESS
    }
  }
}
